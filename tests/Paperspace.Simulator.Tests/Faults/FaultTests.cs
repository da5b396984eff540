using System.Net;

namespace Paperspace.Simulator.Tests;

public sealed class FaultTests
{
    [Fact]
    public void A_fault_applies_to_the_specified_number_of_requests()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.Inject(new()
        {
            Times = 2,
            Method = "POST",
            Path = "/stop$",
            Status = 500,
            Body = "<html>",
            ContentType = "text/html",
        });

        Assert.Equal(200, simulator.List().Status);
        Assert.Equal(204, simulator.Act("restart").Status);
        var first = simulator.Act("stop").Response;
        Assert.Equal((500, "<html>", "text/html"), (first.Status, first.Body, first.ContentType));
        Assert.Equal(500, simulator.Act("stop").Status);
        Assert.Equal(204, simulator.Act("stop").Status);
    }

    [Fact]
    public void A_fault_prevents_the_effect_of_the_request()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.Inject(new() { Path = "/stop$" });

        simulator.Act("stop");

        Assert.NotEqual("stop new", simulator.Events()[0]);
    }

    [Fact]
    public void A_fault_after_the_effect_only_loses_the_response()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.Inject(new() { Path = "/stop$", AfterEffect = true });

        Assert.Equal(503, simulator.Act("stop").Status);

        Assert.Equal("stop new", simulator.Events()[0]);
    }

    [Fact]
    public void A_fault_can_have_headers_and_a_retry_delay()
    {
        var simulator = new SimulatorFixture();
        simulator.Paperspace.Inject(new()
        {
            Status = 429,
            RetryAfter = TimeSpan.FromSeconds(1.5),
            Headers = new Dictionary<string, string> { ["X-Reason"] = "busy" },
        });

        var response = simulator.List().Response;

        Assert.Equal(429, response.Status);
        Assert.Equal("2", response.Headers["Retry-After"]);
        Assert.Equal("busy", response.Headers["X-Reason"]);
        Assert.Null(response.ContentType);
    }

    [Fact]
    public void A_fault_can_match_the_whole_request()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.Inject(new() { When = request => request.Query.Contains("skip=1000", StringComparison.Ordinal) });

        Assert.Equal(200, simulator.List().Status);
        Assert.Equal(503, simulator.List("?skip=1000").Status);
    }

    [Fact]
    public void Faults_occur_in_the_order_of_injection()
    {
        var simulator = new SimulatorFixture();
        simulator.Paperspace.Inject(new() { Status = 500 });
        simulator.Paperspace.Inject(new() { Status = 502 });

        Assert.Equal([500, 502, 200], Enumerable.Range(0, 3).Select(_ => simulator.List().Status));
    }

    [Fact]
    public async Task A_dropped_connection_is_an_HttpRequestException_over_the_handler()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.Inject(new() { DropsConnection = true, AfterEffect = true });
        using var client = new HttpClient(new SimulatorHandler(simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("/machines/psmachine/stop", null));

        Assert.Equal("stop new", simulator.Events()[0]);
        using var next = await client.GetAsync("/machines/getMachines");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_delayed_response_waits_for_the_clock()
    {
        var simulator = new SimulatorFixture();
        simulator.Paperspace.Inject(new() { Delay = TimeSpan.FromMinutes(5), AfterEffect = true });

        var pending = simulator.Paperspace.RespondAsync(new SimulatedRequest("GET", "/"));
        Assert.False(pending.IsCompleted);
        simulator.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(503, (await pending).Status);
    }
}
