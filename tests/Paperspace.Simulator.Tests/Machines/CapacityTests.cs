namespace Paperspace.Simulator.Tests;

public sealed class CapacityTests
{
    private const string Message =
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.";

    [Fact]
    public void A_failed_start_is_accepted_ends_in_an_error_event_and_leaves_the_machine_off()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Paperspace.FailNextStart(null);

        Assert.Equal(204, simulator.Act("start").Status);
        Assert.Equal("", (string)simulator.NewestEvent()["errorMsg"]!);

        Assert.Equal(["off", "starting", "off"], simulator.StatesDuring(60));
        Assert.Equal("error", (string)simulator.NewestEvent()["state"]!);
        Assert.Equal(Message, (string)simulator.NewestEvent()["errorMsg"]!);
    }

    [Fact]
    public void A_failure_applies_to_one_start()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Paperspace.FailNextStart("psmachine", "No luck.");
        simulator.Act("start");
        simulator.Pass(60);
        Assert.Equal("No luck.", (string)simulator.NewestEvent()["errorMsg"]!);

        simulator.Act("start");
        simulator.Pass(60);

        Assert.Equal("ready", simulator.State());
    }

    [Fact]
    public void A_failure_waits_for_the_machine_it_names()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Paperspace.FailNextStart("My Machine 1");
        simulator.Act("start");
        var id = simulator.CreateId();
        simulator.Pass(120);

        Assert.Equal("ready", simulator.State());
        Assert.Equal("off", simulator.State(id));
        Assert.Equal(["start error", "create done"], simulator.Events(id));
    }

    [Fact]
    public void A_start_during_a_start_that_will_fail_is_a_no_op()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Paperspace.FailNextStart(null);
        simulator.Act("start");
        simulator.Pass(5);
        var events = simulator.Events();

        simulator.Act("start");

        Assert.Equal(events, simulator.Events());
    }

    [Fact]
    public void Without_capacity_creates_and_starts_of_the_type_fail_in_that_region_only()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);
        simulator.Act("start");
        var there = simulator.CreateId();
        var elsewhere = simulator.CreateId(("region", "West Coast (CA1)"));
        simulator.Pass(120);

        Assert.Equal("off", simulator.State());
        Assert.Equal(Message, (string)simulator.NewestEvent(there)["errorMsg"]!);
        Assert.Equal("ready", simulator.State(elsewhere));
    }

    [Fact]
    public void A_restart_needs_no_capacity()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);
        simulator.Act("restart");
        simulator.Pass(60);

        Assert.Equal("ready", simulator.State());
    }
}
