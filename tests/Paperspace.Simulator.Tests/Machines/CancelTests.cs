namespace Paperspace.Simulator.Tests;

public sealed class CancelTests
{
    [Theory]
    [InlineData("off", "start")]
    [InlineData("ready", "stop")]
    [InlineData("ready", "restart")]
    public void A_cancelled_event_leaves_the_machine_where_it_was(string before, string action)
    {
        var simulator = SimulatorFixture.WithMachine(before);
        simulator.Act(action);
        simulator.Pass(10);

        Assert.True(simulator.Paperspace.CancelRunningEvent("psmachine"));

        Assert.Equal($"{action} cancelled", simulator.Events()[0]);
        Assert.Equal("2022-03-14T15:00:10.000Z", (string)simulator.NewestEvent()["dtFinished"]!);
        Assert.Equal([before], simulator.StatesDuring(120));
    }

    [Fact]
    public void Following_actions_are_cancelled_too()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");
        simulator.Pass(10);
        simulator.Act("start");

        simulator.Paperspace.CancelRunningEvent("Machine");

        Assert.Equal(["start cancelled", "stop cancelled"], simulator.Events().Take(2));
        Assert.Equal("ready", simulator.State());
    }

    [Fact]
    public void A_cancelled_create_leaves_the_machine_off()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId();
        simulator.Pass(10);

        simulator.Paperspace.CancelRunningEvent(id);

        Assert.Equal(["create cancelled"], simulator.Events(id));
        Assert.Equal(["off"], simulator.StatesDuring(120, id));
    }

    [Fact]
    public void Nothing_is_cancelled_on_an_idle_deleted_or_missing_machine()
    {
        var simulator = SimulatorFixture.WithMachine();
        Assert.False(simulator.Paperspace.CancelRunningEvent("psmachine"));
        Assert.False(simulator.Paperspace.CancelRunningEvent("psnowhere"));

        simulator.Act("destroyMachine");

        Assert.False(simulator.Paperspace.CancelRunningEvent("psmachine"));
    }
}
