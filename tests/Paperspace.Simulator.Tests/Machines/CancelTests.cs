namespace Paperspace.Simulator.Tests;

public class CancelTests
{
    [Theory]
    [InlineData("off", "start")]
    [InlineData("ready", "stop")]
    [InlineData("ready", "restart")]
    public void A_cancelled_event_leaves_the_machine_where_it_was(string before, string action)
    {
        var lab = Lab.WithMachine(before);
        lab.Act(action);
        lab.Pass(10);

        Assert.True(lab.Paperspace.CancelRunningEvent("psmachine"));

        Assert.Equal($"{action} cancelled", lab.Events()[0]);
        Assert.Equal("2022-03-14T15:00:10.000Z", (string)lab.NewestEvent()["dtFinished"]!);
        Assert.Equal([before], lab.StatesDuring(120));
    }

    [Fact]
    public void What_was_to_follow_is_cancelled_too()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");
        lab.Pass(10);
        lab.Act("start");

        lab.Paperspace.CancelRunningEvent("Machine");

        Assert.Equal(["start cancelled", "stop cancelled"], lab.Events().Take(2));
        Assert.Equal("ready", lab.State());
    }

    [Fact]
    public void A_cancelled_create_leaves_the_machine_off()
    {
        var lab = new Lab();
        var id = lab.CreateId();
        lab.Pass(10);

        lab.Paperspace.CancelRunningEvent(id);

        Assert.Equal(["create cancelled"], lab.Events(id));
        Assert.Equal(["off"], lab.StatesDuring(120, id));
    }

    [Fact]
    public void There_is_nothing_to_cancel_on_a_machine_that_rests_or_is_being_destroyed_or_does_not_exist()
    {
        var lab = Lab.WithMachine();
        Assert.False(lab.Paperspace.CancelRunningEvent("psmachine"));
        Assert.False(lab.Paperspace.CancelRunningEvent("psnowhere"));

        lab.Act("destroyMachine");

        Assert.False(lab.Paperspace.CancelRunningEvent("psmachine"));
    }
}
