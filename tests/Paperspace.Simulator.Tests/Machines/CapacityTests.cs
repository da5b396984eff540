namespace Paperspace.Simulator.Tests;

public class CapacityTests
{
    private const string Message =
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.";

    [Fact]
    public void A_failed_start_is_accepted_ends_in_an_error_event_and_leaves_the_machine_off()
    {
        var lab = Lab.WithMachine("off");
        lab.Paperspace.FailNextStart(null);

        Assert.Equal(204, lab.Act("start").Status);
        Assert.Equal("", (string)lab.NewestEvent()["errorMsg"]!);

        Assert.Equal(["off", "starting", "off"], lab.StatesDuring(60));
        Assert.Equal("error", (string)lab.NewestEvent()["state"]!);
        Assert.Equal(Message, (string)lab.NewestEvent()["errorMsg"]!);
    }

    [Fact]
    public void A_failure_is_used_up_by_one_start()
    {
        var lab = Lab.WithMachine("off");
        lab.Paperspace.FailNextStart("psmachine", "No luck.");
        lab.Act("start");
        lab.Pass(60);
        Assert.Equal("No luck.", (string)lab.NewestEvent()["errorMsg"]!);

        lab.Act("start");
        lab.Pass(60);

        Assert.Equal("ready", lab.State());
    }

    [Fact]
    public void A_failure_waits_for_the_machine_it_names()
    {
        var lab = Lab.WithMachine("off");
        lab.Paperspace.FailNextStart("My Machine 1");
        lab.Act("start");
        var id = lab.CreateId();
        lab.Pass(120);

        Assert.Equal("ready", lab.State());
        Assert.Equal("off", lab.State(id));
        Assert.Equal(["start error", "create done"], lab.Events(id));
    }

    [Fact]
    public void A_start_while_a_start_that_will_fail_is_under_way_is_a_no_op()
    {
        var lab = Lab.WithMachine("off");
        lab.Paperspace.FailNextStart(null);
        lab.Act("start");
        lab.Pass(5);
        var events = lab.Events();

        lab.Act("start");

        Assert.Equal(events, lab.Events());
    }

    [Fact]
    public void Without_capacity_creates_and_starts_of_the_type_fail_in_that_region_only()
    {
        var lab = Lab.WithMachine("off");
        lab.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);
        lab.Act("start");
        var there = lab.CreateId();
        var elsewhere = lab.CreateId(("region", "West Coast (CA1)"));
        lab.Pass(120);

        Assert.Equal("off", lab.State());
        Assert.Equal(Message, (string)lab.NewestEvent(there)["errorMsg"]!);
        Assert.Equal("ready", lab.State(elsewhere));
    }

    [Fact]
    public void A_restart_needs_no_capacity()
    {
        var lab = Lab.WithMachine();
        lab.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);
        lab.Act("restart");
        lab.Pass(60);

        Assert.Equal("ready", lab.State());
    }
}
