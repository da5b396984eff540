namespace Paperspace.Simulator.Tests;

public class RequestCountTests
{
    [Fact]
    public void Requests_are_counted_by_route()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");
        lab.Act("stop", "psnowhere");
        lab.List("?limit=1");
        lab.Get("/nowhere");
        lab.Get("/elsewhere");

        var counts = lab.Paperspace.Requests;

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
        var lab = Lab.WithMachine(options: new() { Latency = TimeSpan.FromSeconds(1) });
        using var client = new HttpClient(new SimulatorHandler(lab.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");

        var answers = Enumerable.Range(0, 64).Select(_ => client.GetAsync("/machines/getMachines")).ToList();
        Assert.Equal(64, lab.Paperspace.Requests["GET /machines/getMachines"].MostInFlight);
        lab.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var answer in await Task.WhenAll(answers))
            answer.Dispose();

        Assert.Equal((64, 64), (lab.Paperspace.Requests.Total, lab.Paperspace.Requests.MostInFlight));
        lab.List();
        Assert.Equal((65, 64), (lab.Paperspace.Requests.Total, lab.Paperspace.Requests.MostInFlight));
    }

    [Fact]
    public async Task Sixty_four_threads_keep_the_counts_and_the_account_exact()
    {
        var lab = new Lab();

        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                var id = lab.CreateId();
                lab.Act("stop", id);
                lab.List("?limit=10");
            }
        })));

        var counts = lab.Paperspace.Requests;
        Assert.Equal(64 * 50 * 3, counts.Total);
        Assert.Equal(64 * 50, counts["POST /machines/{id}/stop"].Total);
        Assert.InRange(counts.MostInFlight, 1, 64);
        Assert.Equal(64 * 50, Enumerable.Range(0, 4).SelectMany(page => lab.List($"?skip={page * 1000}").Ids).Distinct().Count());
    }

    [Fact]
    public void The_log_keeps_the_latest_requests_as_they_came()
    {
        var lab = new Lab(new() { LogCapacity = 2 });
        lab.List();
        lab.Get("/machines/getMachinePublic?machineId=a%20b");
        lab.Send("POST", "/machines/psx/stop/", "{}");

        Assert.Equal(["/machines/getMachinePublic", "/machines/psx/stop/"], lab.Paperspace.Log.Select(request => request.Path));
        Assert.Equal("machineId=a%20b", lab.Paperspace.Log[0].Query);
        var latest = lab.Paperspace.Log[1];
        Assert.Equal(("POST", "{}", "a key"), (latest.Method, latest.Body, latest.Headers["x-api-key"]));
    }

    [Fact]
    public void Nothing_is_logged_unless_asked_for()
    {
        var lab = new Lab();
        lab.List();

        Assert.Empty(lab.Paperspace.Log);
    }
}
