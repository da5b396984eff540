namespace Paperspace.Simulator.Tests;

public sealed class DestroyTests
{
    [Fact]
    public void A_destroyed_machine_reads_off_during_its_events_and_is_then_deleted()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("destroyMachine");
        Assert.Equal("ready", simulator.State());
        Assert.Equal("deactivate new", simulator.Events()[0]);

        simulator.Pass(2);
        Assert.Equal("off", simulator.State());
        Assert.Equal("deactivate in progress", simulator.Events()[0]);

        simulator.Pass(23);
        Assert.Equal("off", simulator.State());
        Assert.Equal(["bill-sessions in progress", "deactivate done"], simulator.Events().Take(2));
        Assert.Equal(["psmachine"], simulator.List().Ids);

        simulator.Pass(5);
        Assert.Equal(404, simulator.Show().Status);
        Assert.Equal("Machine not found", simulator.Show().ErrorMessage);
        Assert.Empty(simulator.List().Items);
    }

    [Fact]
    public void Destroying_cancels_actions_in_progress()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");
        simulator.Pass(10);
        simulator.Act("start");
        simulator.Act("destroyMachine");
        simulator.Pass(2);

        Assert.Equal(["deactivate in progress", "start cancelled", "stop cancelled"], simulator.Events().Take(3));
        Assert.Equal("off", simulator.State());
        simulator.Pass(28);
        Assert.Equal(404, simulator.Show().Status);
    }

    [Fact]
    public void A_machine_that_is_being_destroyed_accepts_only_another_destroy()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("destroyMachine");
        simulator.Pass(5);
        var events = simulator.Events();

        Assert.All(["start", "stop", "restart", "updateMachinePublic"], action => Assert.Equal(404, simulator.Act(action).Status));
        Assert.Equal(204, simulator.Act("destroyMachine").Status);
        Assert.Equal(events, simulator.Events());
    }

    [Theory]
    [InlineData("/machines/{0}/destroyMachine", "{\"releasePublicIp\":true}")]
    [InlineData("/machines/{0}/destroyMachine/", "{\"releasePublicIp\":\"true\"}")]
    [InlineData("/machines/{0}/destroyMachine?releasePublicIp=True", null)]
    public void The_static_address_is_released_if_the_body_or_query_requests_it(string target, string? body)
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId(("assignPublicIp", true));

        simulator.Send("POST", string.Format(System.Globalization.CultureInfo.InvariantCulture, target, id), body);

        Assert.Empty(simulator.Paperspace.HeldPublicIps);
    }

    [Fact]
    public void The_static_address_stays_with_the_account_otherwise()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId(("assignPublicIp", true));

        simulator.Act("destroyMachine", id, new() { ["releasePublicIp"] = false });
        simulator.Pass(60);

        Assert.Single(simulator.Paperspace.HeldPublicIps);
    }

    [Fact]
    public void A_machine_can_disappear_at_once()
    {
        var simulator = SimulatorFixture.WithMachine();

        Assert.True(simulator.Paperspace.RemoveAbruptly("Machine"));
        Assert.False(simulator.Paperspace.RemoveAbruptly("Machine"));

        Assert.Equal(404, simulator.Show().Status);
        Assert.Equal(404, simulator.Act("stop").Status);
        Assert.Empty(simulator.List().Items);
    }

    [Fact]
    public void Creating_and_deleting_machines_does_not_affect_the_others()
    {
        var simulator = new SimulatorFixture(new() { Machines = 20 });
        var before = simulator.List().Ids;
        for (var i = 0; i < 100; i++)
        {
            simulator.Act("destroyMachine", simulator.CreateId());
            simulator.Pass(31);
        }

        Assert.Equal(before, simulator.List().Ids);
    }
}
