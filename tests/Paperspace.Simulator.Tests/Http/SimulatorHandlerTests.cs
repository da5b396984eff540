using System.Net;
using System.Text;
using Microsoft.Extensions.Time.Testing;

namespace Paperspace.Simulator.Tests;

public sealed class SimulatorHandlerTests
{
    [Fact]
    public async Task The_account_receives_the_request_as_sent()
    {
        var simulator = new SimulatorFixture(new() { LogCapacity = 1 });
        using var client = Client(simulator);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/machines/a%2Fb/stop?x=a%20b+c")
        {
            Content = new StringContent("{\"name\":\"é\"}", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Several", ["one", "two"]);

        using var response = await client.SendAsync(request);

        var seen = Assert.Single(simulator.Paperspace.Log);
        Assert.Equal(("POST", "/machines/a%2Fb/stop", "x=a%20b+c"), (seen.Method, seen.Path, seen.Query));
        Assert.Equal("{\"name\":\"é\"}", seen.Body);
        Assert.Equal("one, two", seen.Headers["x-several"]);
        Assert.Equal("application/json; charset=utf-8", seen.Headers["content-type"]);
    }

    [Fact]
    public async Task Status_type_body_and_headers_are_returned()
    {
        var simulator = SimulatorFixture.WithMachine();
        using var client = Client(simulator);

        using var list = await client.GetAsync("/machines/getMachines");
        Assert.Equal("application/json", list.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("[{\"id\":\"psmachine\"", await list.Content.ReadAsStringAsync());

        using var stop = await client.PostAsync("/machines/psmachine/stop", null);
        Assert.Equal(HttpStatusCode.NoContent, stop.StatusCode);
        Assert.Equal("", await stop.Content.ReadAsStringAsync());

        simulator.Paperspace.Inject(new() { Status = 429, RetryAfter = TimeSpan.FromSeconds(3) });
        using var limited = await client.GetAsync("/machines/getMachines");
        Assert.Equal(TimeSpan.FromSeconds(3), limited.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task Latency_uses_the_injected_clock()
    {
        var clock = new FakeTimeProvider();
        var simulator = SimulatorFixture.WithMachine(options: new() { Latency = TimeSpan.FromMilliseconds(50) });
        using var client = new HttpClient(new SimulatorHandler(simulator.Paperspace, clock)) { BaseAddress = new Uri("http://simulated") };

        var pending = client.GetAsync("/machines/getMachines");
        simulator.Pass(60);
        Assert.False(pending.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(50));

        using var response = await pending;
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_cancelled_request_stops_waiting_and_has_no_effect()
    {
        var simulator = SimulatorFixture.WithMachine(options: new() { Latency = TimeSpan.FromMinutes(1) });
        using var client = Client(simulator);
        using var cancellation = new CancellationTokenSource();

        var pending = client.PostAsync("/machines/psmachine/stop", null, cancellation.Token);
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        simulator.Pass(120);
        Assert.Equal("ready", simulator.State());
    }

    private static HttpClient Client(SimulatorFixture simulator)
    {
        var client = new HttpClient(new SimulatorHandler(simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");
        return client;
    }
}
