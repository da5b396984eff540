namespace Paperspace.Simulator.Tests;

/// <summary>How the state changes after start, stop and restart, the traps included.</summary>
public class StateTests
{
    [Fact]
    public void Actions_answer_204_without_a_body()
    {
        var lab = Lab.WithMachine();

        Assert.All(["start", "stop", "restart", "updateMachinePublic", "destroyMachine"], action =>
        {
            var reply = lab.Act(action);
            Assert.Equal(204, reply.Status);
            Assert.Null(reply.Response.Body);
        });
    }

    [Theory]
    [InlineData("ready", "stop", "stopping")]
    [InlineData("off", "start", "starting")]
    [InlineData("ready", "restart", "restarting")]
    public void The_state_read_after_an_action_is_stale_while_the_event_is_new_at_once(string before, string action, string after)
    {
        var lab = Lab.WithMachine(before);

        lab.Act(action);

        Assert.Equal(before, lab.State());
        Assert.Equal(before, (string)lab.List().Items[0]["state"]!);
        Assert.Equal($"{action} new", lab.Events()[0]);
        Assert.Null(lab.NewestEvent()["dtFinished"]);

        lab.Pass(1.999);
        Assert.Equal(before, lab.State());

        lab.Pass(0.001);
        Assert.Equal(after, lab.State());
        Assert.Equal($"{action} in progress", lab.Events()[0]);
    }

    [Fact]
    public void Stop_goes_from_ready_over_stopping_to_off()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");

        Assert.Equal(["ready", "stopping", "off"], lab.StatesDuring(67.5).Append(After(lab, 0.5)));
        Assert.Equal("stop done", lab.Events()[0]);
    }

    [Fact]
    public void Start_goes_from_off_over_starting_and_serviceready_to_ready()
    {
        var lab = Lab.WithMachine("off");
        lab.Act("start");

        Assert.Equal(["off", "starting", "serviceready", "ready"], lab.StatesDuring(30));
    }

    [Fact]
    public void A_restart_event_is_done_before_the_state_leaves_restarting()
    {
        var lab = Lab.WithMachine();
        lab.Act("restart");

        lab.Pass(35);
        Assert.Equal("restart done", lab.Events()[0]);
        Assert.Equal("restarting", lab.State());

        lab.Pass(5);
        Assert.Equal("ready", lab.State());
    }

    [Fact]
    public void Restart_while_restarting_queues_another()
    {
        var lab = Lab.WithMachine();
        lab.Act("restart");
        lab.Pass(10);
        lab.Act("restart");

        Assert.Equal(["restart new", "restart in progress"], lab.Events().Take(2));
        Assert.Equal(["restarting", "ready"], lab.StatesDuring(69.5).Append(After(lab, 0.5)));
        Assert.Equal(["restart done", "restart done"], lab.Events().Take(2));
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("serviceready")]
    [InlineData("starting")]
    [InlineData("restarting")]
    [InlineData("provisioning")]
    public void Start_of_a_machine_that_runs_or_will_is_a_no_op(string state) => AssertNoOp("start", state);

    [Theory]
    [InlineData("off")]
    [InlineData("stopping")]
    public void Stop_of_a_machine_that_is_off_or_will_be_is_a_no_op(string state) => AssertNoOp("stop", state);

    [Fact]
    public void Start_while_stopping_runs_after_the_stop()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");
        lab.Pass(10);
        lab.Act("start");

        Assert.Equal(["start new", "stop in progress"], lab.Events().Take(2));
        Assert.Equal(["stopping", "starting", "serviceready", "ready"], lab.StatesDuring(120));
        Assert.Equal(["start done", "stop done"], lab.Events().Take(2));
    }

    [Fact]
    public void Stop_while_starting_happens_after_the_start()
    {
        var lab = Lab.WithMachine("off");
        lab.Act("start");
        lab.Pass(5);
        lab.Act("stop");

        Assert.Equal(["starting", "serviceready", "stopping", "off"], lab.StatesDuring(120));
    }

    [Fact]
    public void Stop_while_provisioning_happens_after_the_first_start()
    {
        var lab = new Lab();
        var id = lab.CreateId();
        lab.Pass(5);
        lab.Act("stop", id);

        Assert.Equal(["stop new", "create in progress"], lab.Events(id));
        Assert.Equal(["provisioning", "serviceready", "stopping", "off"], lab.StatesDuring(150, id));
    }

    [Fact]
    public void Restart_of_a_machine_that_is_off_leaves_it_running()
    {
        var lab = Lab.WithMachine("off");
        lab.Act("restart");

        Assert.Equal(["off", "restarting", "ready"], lab.StatesDuring(60));
    }

    [Fact]
    public void Events_carry_dates_handles_and_no_error()
    {
        var lab = Lab.WithMachine();
        lab.Act("stop");
        var asked = lab.NewestEvent();
        lab.Pass(68);
        var done = lab.NewestEvent();

        Assert.Equal("2022-03-14T15:00:00.000Z", (string)asked["dtModified"]!);
        Assert.Equal("2022-03-14T15:00:00.000Z", (string)done["dtCreated"]!);
        Assert.Equal("2022-03-14T15:01:08.000Z", (string)done["dtModified"]!);
        Assert.Equal("2022-03-14T15:01:08.000Z", (string)done["dtFinished"]!);
        Assert.Equal("", (string)done["errorMsg"]!);
        Assert.True(Guid.TryParseExact((string)done["handle"]!, "D", out _));
        Assert.Equal((string)asked["handle"]!, (string)done["handle"]!);
    }

    [Fact]
    public void Speed_scales_the_transitions_and_the_staleness()
    {
        var lab = Lab.WithMachine(options: new() { Speed = 10 });
        lab.Act("stop");

        Assert.Equal("ready", lab.State());
        lab.Pass(0.2);
        Assert.Equal("stopping", lab.State());
        lab.Pass(6.6);
        Assert.Equal("off", lab.State());
    }

    [Fact]
    public void Jitter_changes_durations_by_no_more_than_it_says_and_the_same_way_each_time()
    {
        static DateTimeOffset Stopped()
        {
            var lab = Lab.WithMachine(options: new() { Jitter = 0.2 });
            lab.Act("stop");
            lab.Pass(200);
            return DateTimeOffset.Parse((string)lab.NewestEvent()["dtFinished"]!, System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.NotEqual(68, (Stopped() - Lab.Start).TotalSeconds);
        Assert.InRange((Stopped() - Lab.Start).TotalSeconds, 68 * 0.8, 68 * 1.2);
        Assert.Equal(Stopped(), Stopped());
    }

    [Fact]
    public void A_dynamic_address_comes_with_a_start_survives_a_restart_and_goes_with_a_stop()
    {
        var lab = Lab.WithMachine("off");
        lab.Act("updateMachinePublic", body: new() { ["dynamicPublicIp"] = true });
        Assert.Null(lab.Field("publicIpAddress"));

        lab.Act("start");
        lab.Pass(60);
        var address = (string?)lab.Field("publicIpAddress");
        Assert.NotNull(address);

        lab.Act("restart");
        lab.Pass(60);
        Assert.Equal(address, (string?)lab.Field("publicIpAddress"));

        lab.Act("stop");
        lab.Pass(60);
        Assert.Equal(address, (string?)lab.Field("publicIpAddress"));
        lab.Pass(60);
        Assert.Null(lab.Field("publicIpAddress"));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("destroyMachine")]
    [InlineData("setMachineAccess")]
    public void Actions_on_an_unknown_machine_answer_404_in_the_words_of_the_api(string action)
    {
        var reply = new Lab().Act(action, "psnowhere");

        Assert.Equal(404, reply.Status);
        Assert.Equal(404, reply.WrappedStatus);
        Assert.Equal("Not found. Please contact support@paperspace.com for help.", reply.ErrorMessage);
    }

    private static void AssertNoOp(string action, string state)
    {
        var lab = Lab.WithMachine(state);
        var events = lab.Events();

        Assert.Equal(204, lab.Act(action).Status);

        Assert.Equal(events, lab.Events());
    }

    private static string After(Lab lab, double seconds)
    {
        lab.Pass(seconds);
        return lab.State();
    }
}
