namespace Paperspace.Simulator.Tests;

public class DestroyTests
{
    [Fact]
    public void A_destroyed_machine_reads_off_through_its_events_and_is_then_gone()
    {
        var lab = Lab.WithMachine();
        lab.Act("destroyMachine");
        Assert.Equal("ready", lab.State());
        Assert.Equal("deactivate new", lab.Events()[0]);

        lab.Pass(2);
        Assert.Equal("off", lab.State());
        Assert.Equal("deactivate in progress", lab.Events()[0]);

        lab.Pass(23);
        Assert.Equal("off", lab.State());
        Assert.Equal(["bill-sessions in progress", "deactivate done"], lab.Events().Take(2));
        Assert.Equal(["psmachine"], lab.List().Ids);

        lab.Pass(5);
        Assert.Equal(404, lab.Show().Status);
        Assert.Equal("Machine not found", lab.Show().ErrorMessage);
        Assert.Empty(lab.List().Items);
    }

    [Fact]
    public void Destroying_ends_what_goes_on_as_cancelled()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");
        lab.Pass(10);
        lab.Act("start");
        lab.Act("destroyMachine");
        lab.Pass(2);

        Assert.Equal(["deactivate in progress", "start cancelled", "stop cancelled"], lab.Events().Take(3));
        Assert.Equal("off", lab.State());
        lab.Pass(28);
        Assert.Equal(404, lab.Show().Status);
    }

    [Fact]
    public void A_machine_that_is_being_destroyed_takes_no_action_but_another_destroy()
    {
        var lab = Lab.WithMachine();
        lab.Act("destroyMachine");
        lab.Pass(5);
        var events = lab.Events();

        Assert.All(["start", "stop", "restart", "updateMachinePublic"], action => Assert.Equal(404, lab.Act(action).Status));
        Assert.Equal(204, lab.Act("destroyMachine").Status);
        Assert.Equal(events, lab.Events());
    }

    [Theory]
    [InlineData("/machines/{0}/destroyMachine", "{\"releasePublicIp\":true}")]
    [InlineData("/machines/{0}/destroyMachine/", "{\"releasePublicIp\":\"true\"}")]
    [InlineData("/machines/{0}/destroyMachine?releasePublicIp=True", null)]
    public void The_static_address_is_released_when_asked_for_in_body_or_query(string target, string? body)
    {
        var lab = new Lab();
        var id = lab.CreateId(("assignPublicIp", true));

        lab.Send("POST", string.Format(System.Globalization.CultureInfo.InvariantCulture, target, id), body);

        Assert.Empty(lab.Paperspace.HeldPublicIps);
    }

    [Fact]
    public void The_static_address_stays_with_the_account_otherwise()
    {
        var lab = new Lab();
        var id = lab.CreateId(("assignPublicIp", true));

        lab.Act("destroyMachine", id, new() { ["releasePublicIp"] = false });
        lab.Pass(60);

        Assert.Single(lab.Paperspace.HeldPublicIps);
    }

    [Fact]
    public void A_machine_can_vanish_at_once()
    {
        var lab = Lab.WithMachine();

        Assert.True(lab.Paperspace.RemoveAbruptly("Machine"));
        Assert.False(lab.Paperspace.RemoveAbruptly("Machine"));

        Assert.Equal(404, lab.Show().Status);
        Assert.Equal(404, lab.Act("stop").Status);
        Assert.Empty(lab.List().Items);
    }

    [Fact]
    public void Machines_that_come_and_go_leave_the_others_alone()
    {
        var lab = new Lab(new() { Machines = 20 });
        var before = lab.List().Ids;
        for (var i = 0; i < 100; i++)
        {
            lab.Act("destroyMachine", lab.CreateId());
            lab.Pass(31);
        }

        Assert.Equal(before, lab.List().Ids);
    }
}
