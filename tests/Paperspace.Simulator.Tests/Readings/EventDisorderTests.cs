namespace Paperspace.Simulator.Tests;

/// <summary>Events that are lost or in disorder, on both APIs.</summary>
public sealed class EventDisorderTests
{
    [Fact]
    public void A_lost_event_is_only_in_its_response()
    {
        var v1 = new V1Simulator(SimulatorFixture.WithMachine(options: new() { LostEvents = 1 }));

        var stopped = v1.Patch("/machines/psmachine/stop").Json;

        Assert.Equal("stop", (string)stopped["event"]!["name"]!);
        Assert.Equal(404, v1.Get($"/machine-events/{stopped["event"]!["id"]}").Status);
        Assert.Empty(v1.Items("/machine-events?machineId=psmachine"));
        Assert.Empty(v1.Core.Events());
        v1.Pass(68);
        Assert.Equal("off", v1.State("psmachine"));
        Assert.Empty(v1.Core.Events());
    }

    [Fact]
    public void A_seeded_share_of_the_events_is_lost()
    {
        static string[] Shown(int seed)
        {
            var v1 = new V1Simulator(new SimulatorOptions { LostEvents = 0.3, RandomSeed = seed, Machines = 40 });
            Assert.Equal(
                v1.Items("/machine-events?limit=120").Select(item => (string)item["id"]!),
                v1.Items("/machine-events?limit=120").Select(item => (string)item["id"]!));
            return [.. v1.Items("/machine-events?limit=120").Select(item => (string)item["id"]!)];
        }

        var whole = new V1Simulator(new SimulatorOptions { Machines = 40 }).Items("/machine-events?limit=120").Count;

        Assert.InRange(Shown(1).Length, whole * 0.5, whole * 0.9);
        Assert.Equal(Shown(1), Shown(1));
        Assert.NotEqual(Shown(1), Shown(2));
    }

    [Fact]
    public void Shuffled_events_are_the_same_ones_in_another_order()
    {
        SimulatorOptions options = new() { Machines = 30 };
        var ordered = Ids(new V1Simulator(options));
        var v1 = new V1Simulator(options with { ShuffledEvents = 1 });

        var first = Ids(v1);

        Assert.NotEqual(ordered, first);
        Assert.NotEqual(first, Ids(v1));
        Assert.Equal(ordered.Order(), first.Order());
        Assert.Equal(first, Ids(new V1Simulator(options with { ShuffledEvents = 1 })));
    }

    [Fact]
    public void Shuffled_pages_have_each_event_once()
    {
        SimulatorOptions options = new() { Machines = 30 };
        var v1 = new V1Simulator(options with { ShuffledEvents = 0.5 });
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = v1.Get($"/machine-events?limit=7&after={after}").Json;
            seen.AddRange(page["items"]!.AsArray().Select(item => (string)item!["id"]!));
            after = (string?)page["nextPage"];
        }
        while (after is not null);

        Assert.Equal(Ids(new V1Simulator(options)).Order(), seen.Order());
    }

    [Fact]
    public void The_events_of_a_machine_on_core_are_shuffled_too()
    {
        var simulator = SimulatorFixture.WithMachine(options: new() { ShuffledEvents = 1 });
        for (var i = 0; i < 9; i++) simulator.Act("restart");

        var orders = Enumerable.Range(0, 5)
            .Select(_ => string.Join(' ', simulator.Field("events")!.AsArray().Select(shown => (string)shown!["handle"]!)))
            .ToArray();

        Assert.True(orders.Distinct().Count() > 1);
        Assert.Single(orders.Select(order => string.Join(' ', order.Split(' ').Order())).Distinct());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_is_from_0_to_1(double share)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedPaperspace(new() { LostEvents = share }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedPaperspace(new() { ShuffledEvents = share }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedPaperspace(new() { FailedDeletions = share }));
    }

    private static string[] Ids(V1Simulator v1) =>
        [.. v1.Items("/machine-events?limit=120").Select(item => (string)item["id"]!)];
}
