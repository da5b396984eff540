namespace Paperspace.Simulator.Tests;

/// <summary>How the state changes after start, stop and restart, the traps included.</summary>
public sealed class StateTests
{
    [Fact]
    public void Actions_respond_204_without_a_body()
    {
        var simulator = SimulatorFixture.WithMachine();

        Assert.All(["start", "stop", "restart", "updateMachinePublic", "destroyMachine"], action =>
        {
            var response = simulator.Act(action);
            Assert.Equal(204, response.Status);
            Assert.Null(response.Response.Body);
        });
    }

    [Theory]
    [InlineData("ready", "stop", "stopping")]
    [InlineData("off", "start", "starting")]
    [InlineData("ready", "restart", "restarting")]
    public void The_state_read_after_an_action_is_stale_while_the_event_is_new_at_once(string before, string action, string after)
    {
        var simulator = SimulatorFixture.WithMachine(before);

        simulator.Act(action);

        Assert.Equal(before, simulator.State());
        Assert.Equal(before, (string)simulator.List().Items[0]["state"]!);
        Assert.Equal($"{action} new", simulator.Events()[0]);
        Assert.Null(simulator.NewestEvent()["dtFinished"]);

        simulator.Pass(1.999);
        Assert.Equal(before, simulator.State());

        simulator.Pass(0.001);
        Assert.Equal(after, simulator.State());
        Assert.Equal($"{action} in progress", simulator.Events()[0]);
    }

    [Fact]
    public void Stop_goes_from_ready_over_stopping_to_off()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");

        Assert.Equal(["ready", "stopping", "off"], simulator.StatesDuring(67.5).Append(After(simulator, 0.5)));
        Assert.Equal("stop done", simulator.Events()[0]);
    }

    [Fact]
    public void Start_goes_from_off_over_starting_and_serviceready_to_ready()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Act("start");

        Assert.Equal(["off", "starting", "serviceready", "ready"], simulator.StatesDuring(30));
    }

    [Fact]
    public void A_restart_event_is_done_before_the_state_leaves_restarting()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("restart");

        simulator.Pass(35);
        Assert.Equal("restart done", simulator.Events()[0]);
        Assert.Equal("restarting", simulator.State());

        simulator.Pass(5);
        Assert.Equal("ready", simulator.State());
    }

    [Fact]
    public void Restart_while_restarting_queues_another()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("restart");
        simulator.Pass(10);
        simulator.Act("restart");

        Assert.Equal(["restart new", "restart in progress"], simulator.Events().Take(2));
        Assert.Equal(["restarting", "ready"], simulator.StatesDuring(69.5).Append(After(simulator, 0.5)));
        Assert.Equal(["restart done", "restart done"], simulator.Events().Take(2));
    }

    [Theory]
    [InlineData("ready")]
    [InlineData("serviceready")]
    [InlineData("starting")]
    [InlineData("restarting")]
    [InlineData("provisioning")]
    public void Start_of_a_running_or_starting_machine_is_a_no_op(string state) => AssertNoOp("start", state);

    [Theory]
    [InlineData("off")]
    [InlineData("stopping")]
    public void Stop_of_a_stopped_or_stopping_machine_is_a_no_op(string state) => AssertNoOp("stop", state);

    [Fact]
    public void Start_while_stopping_runs_after_the_stop()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");
        simulator.Pass(10);
        simulator.Act("start");

        Assert.Equal(["start new", "stop in progress"], simulator.Events().Take(2));
        Assert.Equal(["stopping", "starting", "serviceready", "ready"], simulator.StatesDuring(120));
        Assert.Equal(["start done", "stop done"], simulator.Events().Take(2));
    }

    [Fact]
    public void Stop_while_starting_happens_after_the_start()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Act("start");
        simulator.Pass(5);
        simulator.Act("stop");

        Assert.Equal(["starting", "serviceready", "stopping", "off"], simulator.StatesDuring(120));
    }

    [Fact]
    public void Stop_while_provisioning_happens_after_the_first_start()
    {
        var simulator = new SimulatorFixture();
        var id = simulator.CreateId();
        simulator.Pass(5);
        simulator.Act("stop", id);

        Assert.Equal(["stop new", "create in progress"], simulator.Events(id));
        Assert.Equal(["provisioning", "serviceready", "stopping", "off"], simulator.StatesDuring(150, id));
    }

    [Fact]
    public void Restart_of_a_machine_that_is_off_leaves_it_running()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Act("restart");

        Assert.Equal(["off", "restarting", "ready"], simulator.StatesDuring(60));
    }

    [Fact]
    public void Events_carry_dates_handles_and_no_error()
    {
        var simulator = SimulatorFixture.WithMachine();
        simulator.Act("stop");
        var asked = simulator.NewestEvent();
        simulator.Pass(68);
        var done = simulator.NewestEvent();

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
        var simulator = SimulatorFixture.WithMachine(options: new() { Speed = 10 });
        simulator.Act("stop");

        Assert.Equal("ready", simulator.State());
        simulator.Pass(0.2);
        Assert.Equal("stopping", simulator.State());
        simulator.Pass(6.6);
        Assert.Equal("off", simulator.State());
    }

    [Fact]
    public void Jitter_is_bounded_and_repeatable()
    {
        static DateTimeOffset Stopped()
        {
            var simulator = SimulatorFixture.WithMachine(options: new() { Jitter = 0.2 });
            simulator.Act("stop");
            simulator.Pass(200);
            return DateTimeOffset.Parse((string)simulator.NewestEvent()["dtFinished"]!, System.Globalization.CultureInfo.InvariantCulture);
        }

        Assert.NotEqual(68, (Stopped() - SimulatorFixture.Start).TotalSeconds);
        Assert.InRange((Stopped() - SimulatorFixture.Start).TotalSeconds, 68 * 0.8, 68 * 1.2);
        Assert.Equal(Stopped(), Stopped());
    }

    [Fact]
    public void A_dynamic_address_is_assigned_at_start_and_released_at_stop()
    {
        var simulator = SimulatorFixture.WithMachine("off");
        simulator.Act("updateMachinePublic", body: new() { ["dynamicPublicIp"] = true });
        Assert.Null(simulator.Field("publicIpAddress"));

        simulator.Act("start");
        simulator.Pass(60);
        var address = (string?)simulator.Field("publicIpAddress");
        Assert.NotNull(address);

        simulator.Act("restart");
        simulator.Pass(60);
        Assert.Equal(address, (string?)simulator.Field("publicIpAddress"));

        simulator.Act("stop");
        simulator.Pass(60);
        Assert.Equal(address, (string?)simulator.Field("publicIpAddress"));
        simulator.Pass(60);
        Assert.Null(simulator.Field("publicIpAddress"));
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("destroyMachine")]
    [InlineData("setMachineAccess")]
    public void Actions_on_an_unknown_machine_respond_404_in_the_words_of_the_api(string action)
    {
        var response = new SimulatorFixture().Act(action, "psnowhere");

        Assert.Equal(404, response.Status);
        Assert.Equal(404, response.WrappedStatus);
        Assert.Equal("Not found. Please contact support@paperspace.com for help.", response.ErrorMessage);
    }

    private static void AssertNoOp(string action, string state)
    {
        var simulator = SimulatorFixture.WithMachine(state);
        var events = simulator.Events();

        Assert.Equal(204, simulator.Act(action).Status);

        Assert.Equal(events, simulator.Events());
    }

    private static string After(SimulatorFixture simulator, double seconds)
    {
        simulator.Pass(seconds);
        return simulator.State();
    }
}
