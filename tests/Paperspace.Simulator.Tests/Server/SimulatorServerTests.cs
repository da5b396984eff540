using System.Net;
using System.Net.Sockets;
using System.Text;
using Paperspace.Simulator.Server;

namespace Paperspace.Simulator.Tests;

public sealed class SimulatorServerTests : IAsyncLifetime
{
    private readonly SimulatorFixture _simulator = SimulatorFixture.WithMachine(options: new() { LogCapacity = 100 });
    private readonly HttpClient _client = new();
    private SimulatorServer? _server;

    public async ValueTask InitializeAsync()
    {
        _server = await SimulatorServer.StartAsync(_simulator.Paperspace);
        _client.BaseAddress = _server.BaseUri;
        _client.DefaultRequestHeaders.Add("X-Api-Key", "k");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public void Listens_on_the_loopback_address_only()
    {
        Assert.Equal("127.0.0.1", _server!.BaseUri.Host);
        Assert.NotEqual(0, _server.BaseUri.Port);
    }

    [Fact]
    public async Task Responds_as_the_account_does()
    {
        using var response = await _client.GetAsync("/machines/getMachines");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_simulator.List().Response.Body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Actions_respond_204_with_no_body_at_all()
    {
        using var response = await _client.PostAsync("/machines/psmachine/stop", null);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        Assert.Equal("stop new", _simulator.Events()[0]);
    }

    [Fact]
    public async Task The_path_and_query_reach_the_account_undecoded()
    {
        using var response = await _client.GetAsync("/machines/a%2Fb%20c/nowhere?name=a%2Bb+c");

        var seen = _simulator.Paperspace.Log[^1];
        Assert.Equal("/machines/a%2Fb%20c/nowhere", seen.Path);
        Assert.Equal("name=a%2Bb+c", seen.Query);
    }

    [Fact]
    public async Task Bodies_are_read_as_utf_8()
    {
        using var body = new StringContent("{\"machineName\":\"Ünï\"}", Encoding.UTF8, "application/json");
        using var response = await _client.PostAsync("/machines/psmachine/updateMachinePublic", body);

        Assert.Equal("Ünï", (string)_simulator.Field("name")!);
    }

    [Fact]
    public async Task A_body_over_a_megabyte_is_a_413()
    {
        using var body = new StringContent("{\"a\":\"" + new string('x', 1024 * 1024) + "\"}");
        using var response = await _client.PostAsync("/machines/psmachine/stop", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(0, _simulator.Paperspace.Requests.Total);
    }

    [Fact]
    public async Task A_dropped_connection_is_dropped_and_the_next_one_is_fine()
    {
        _simulator.Paperspace.Inject(new() { DropsConnection = true, Method = "POST" });

        await Assert.ThrowsAsync<HttpRequestException>(() => _client.PostAsync("/machines/psmachine/stop", null));

        using var next = await _client.GetAsync("/machines/getMachines");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Faults_come_with_their_headers()
    {
        _simulator.Paperspace.Inject(new()
        {
            Status = 429,
            RetryAfter = TimeSpan.FromSeconds(7),
            Body = "slow down",
            ContentType = "text/plain",
        });

        using var response = await _client.GetAsync("/machines/getMachines");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Sixty_four_parallel_requests_keep_the_counts_exact()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
        {
            using var response = await _client.GetAsync("/machines/getMachines");
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }));

        Assert.Equal(64, _simulator.Paperspace.Requests["GET /machines/getMachines"].Total);
        Assert.InRange(_simulator.Paperspace.Requests.MostInFlight, 1, 64);
    }

    [Theory]
    [InlineData("GET * HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET http://elsewhere/machines HTTP/1.1\r\nHost: elsewhere\r\n\r\n")]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("HEAD /machines/getMachines HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("WHAT /ever HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("\u0001\u0002\r\n\r\n")]
    public async Task Invalid_data_on_the_socket_is_a_4xx(string bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _server!.BaseUri.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        using var reader = new StreamReader(stream);

        Assert.Matches("^HTTP/1.1 4", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_port_in_use_is_an_IOException() =>
        await Assert.ThrowsAsync<IOException>(() => SimulatorServer.StartAsync(_simulator.Paperspace, _server!.BaseUri.Port));

    [Fact]
    public async Task Disposing_ends_requests_in_progress()
    {
        var slow = new SimulatorFixture(new() { Latency = TimeSpan.FromDays(1) });
        var server = await SimulatorServer.StartAsync(slow.Paperspace);
        using var client = new HttpClient { BaseAddress = server.BaseUri };
        var pending = client.GetAsync("/machines/getMachines");
        await Eventually.IsTrueAsync(() => slow.Paperspace.Requests.Total > 0);

        await server.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => pending);
    }
}
