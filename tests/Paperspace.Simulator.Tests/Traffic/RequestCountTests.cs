namespace Paperspace.Simulator.Tests;

public sealed class RequestCountTests
{
    [Fact]
    public void Requests_are_counted_by_route()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");
        simulator.Act("stop", "psnowhere");
        simulator.List("?limit=1");
        simulator.Get("/nowhere");
        simulator.Get("/elsewhere");

        var counts = simulator.Paperspace.Requests;

        Assert.Equal(5, counts.Total);
        Assert.Equal(1, counts.MostInFlight);
        Assert.Equal(2, counts["POST /machines/{id}/stop"].Total);
        Assert.Equal(1, counts["GET /machines/getMachines"].Total);
        Assert.Equal(2, counts["(no route)"].Total);
        Assert.Equal(0, counts["POST /machines/{id}/start"].Total);
        Assert.Equal(3, counts.Routes.Count);
    }

    [Fact]
    public async Task Sixty_four_requests_in_flight_at_once_are_counted_exactly()
    {
        var simulator = SimulatorFixture.WithMachine(options: new() { Latency = TimeSpan.FromSeconds(1) });
        using var client = new HttpClient(new SimulatorHandler(simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");

        var responses = Enumerable.Range(0, 64).Select(_ => client.GetAsync("/machines/getMachines")).ToList();
        Assert.Equal(64, simulator.Paperspace.Requests["GET /machines/getMachines"].MostInFlight);
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var response in await Task.WhenAll(responses))
            response.Dispose();

        Assert.Equal((64, 64), (simulator.Paperspace.Requests.Total, simulator.Paperspace.Requests.MostInFlight));
        simulator.List();
        Assert.Equal((65, 64), (simulator.Paperspace.Requests.Total, simulator.Paperspace.Requests.MostInFlight));
    }

    [Fact]
    public async Task Sixty_four_threads_keep_the_counts_and_the_account_exact()
    {
        var simulator = new SimulatorFixture();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                var id = simulator.CreateId();
                simulator.Act("stop", id);
                simulator.List("?limit=10");
            }
        })));

        var counts = simulator.Paperspace.Requests;
        Assert.Equal(64 * 50 * 3, counts.Total);
        Assert.Equal(64 * 50, counts["POST /machines/{id}/stop"].Total);
        Assert.InRange(counts.MostInFlight, 1, 64);
        Assert.Equal(64 * 50, Enumerable.Range(0, 4).SelectMany(page => simulator.List($"?skip={page * 1000}").Ids).Distinct().Count());
    }

    [Fact]
    public void The_log_keeps_the_latest_requests_in_order()
    {
        var simulator = new SimulatorFixture(new() { LogCapacity = 2 });
        simulator.List();
        simulator.Get("/machines/getMachinePublic?machineId=a%20b");
        simulator.Send("POST", "/machines/psx/stop/", "{}");

        Assert.Equal(["/machines/getMachinePublic", "/machines/psx/stop/"], simulator.Paperspace.Log.Select(request => request.Path));
        Assert.Equal("machineId=a%20b", simulator.Paperspace.Log[0].Query);
        var latest = simulator.Paperspace.Log[1];
        Assert.Equal(("POST", "{}", "a key"), (latest.Method, latest.Body, latest.Headers["x-api-key"]));
    }

    [Fact]
    public void Nothing_is_logged_by_default()
    {
        var simulator = new SimulatorFixture();
        simulator.List();

        Assert.Empty(simulator.Paperspace.Log);
    }
}
