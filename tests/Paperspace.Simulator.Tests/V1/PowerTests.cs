namespace Paperspace.Simulator.Tests.V1;

public sealed class PowerTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_start_reads_off_for_a_while_then_starting_serviceready_ready()
    {
        var id = _v1.CreateStopped();

        var start = _v1.Patch($"/machines/{id}/start").Json;

        Assert.Equal(("start", "new"), ((string)start["event"]!["name"]!, (string)start["event"]!["state"]!));
        Assert.Equal("off", (string)start["data"]!["state"]!);
        Assert.Equal(["off", "starting", "serviceready", "ready"], States(id, 60));
        Assert.Equal("done", (string)_v1.Event((string)start["event"]!["id"]!)["state"]!);
    }

    [Fact]
    public void A_stop_reads_ready_for_a_while_then_stopping_off()
    {
        var id = _v1.CreateMachine();

        Assert.Equal("stop", (string)_v1.Patch($"/machines/{id}/stop").Json["event"]!["name"]!);

        Assert.Equal(["ready", "stopping", "off"], States(id, 90));
    }

    [Fact]
    public void A_restart_reads_ready_for_a_while_and_restarting_after_its_event_is_done()
    {
        var id = _v1.CreateMachine();
        var eventId = (string)_v1.Patch($"/machines/{id}/restart").Json["event"]!["id"]!;

        Assert.Equal("ready", _v1.State(id));
        _v1.Pass(35);
        Assert.Equal(("done", "restarting"), ((string)_v1.Event(eventId)["state"]!, _v1.State(id)));
        _v1.Pass(5);
        Assert.Equal("ready", _v1.State(id));
    }

    [Fact]
    public void An_action_that_does_not_fit_the_power_state_is_rejected()
    {
        var (on, off) = (_v1.CreateMachine(), _v1.CreateStopped());

        Assert.Equal(412, _v1.Patch($"/machines/{on}/start").Status);
        Assert.Equal(412, _v1.Patch($"/machines/{off}/stop").Status);
        Assert.Equal(412, _v1.Patch($"/machines/{off}/restart").Status);
        _v1.Patch($"/machines/{on}/stop");
        Assert.Equal(412, _v1.Patch($"/machines/{on}/stop").Status);
        _v1.Patch($"/machines/{off}/start");
        Assert.Equal(409, _v1.Patch($"/machines/{off}/start").Status);
        Assert.Equal(409, _v1.Patch($"/machines/{off}/stop").Status);
    }

    [Fact]
    public void A_delete_is_an_event_and_then_a_404_after_which_the_event_can_still_be_read()
    {
        var id = _v1.CreateMachine(("publicIpType", "static"));
        var deleted = _v1.Delete($"/machines/{id}").Json;
        Assert.Equal("deactivate", (string)deleted["event"]!["name"]!);

        _v1.Pass(20);
        Assert.Equal("off", _v1.State(id));
        Assert.Equal(404, _v1.Patch($"/machines/{id}/start").Status);
        _v1.Pass(20);

        Assert.Equal(404, _v1.Get($"/machines/{id}").Status);
        Assert.Empty(_v1.Items("/machines"));
        Assert.Equal("done", (string)_v1.Event((string)deleted["event"]!["id"]!)["state"]!);
        Assert.Null(Assert.Single(_v1.Items("/public-ips"))["assignedMachineId"]);
    }

    [Fact]
    public void An_unknown_machine_is_a_404_of_every_route()
    {
        Assert.All(
            [
                ("GET", ""), ("PUT", ""), ("DELETE", ""), ("PATCH", "/start"), ("PATCH", "/stop"), ("PATCH", "/restart"),
                ("GET", "/desktop"),
                ("GET", "/accessors"), ("POST", "/accessors"), ("GET", "/accessors/u3z4be26"), ("DELETE", "/accessors/u3z4be26"),
            ],
            request => Assert.Equal(
                """{"message":"Machine not found","code":"NOT_FOUND"}""",
                _v1.Send(request.Item1, $"/machines/psnowhere{request.Item2}", "{}").Response.Body));
    }

    [Fact]
    public void A_dynamic_address_is_released_while_off_and_can_appear_after_ready()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Durations = new() { DynamicIp = TimeSpan.FromSeconds(10) } });
        var id = (string)v1.Create().Json["data"]!["id"]!;

        v1.Pass(62);
        Assert.Equal("ready", v1.State(id));
        Assert.Null(v1.Machine(id)["publicIp"]);
        v1.Pass(10);
        Assert.NotNull(v1.Machine(id)["publicIp"]);
        v1.Patch($"/machines/{id}/stop");
        v1.Pass(100);
        Assert.Null(v1.Machine(id)["publicIp"]);
    }

    [Fact]
    public void A_start_without_capacity_ends_in_an_error_event_and_stays_off()
    {
        var id = _v1.CreateStopped();
        _v1.Paperspace.SetCapacity("NY2", "P4000", available: false);

        var eventId = (string)_v1.Patch($"/machines/{id}/start").Json["event"]!["id"]!;
        _v1.Pass(60);

        Assert.Equal("off", _v1.State(id));
        Assert.Equal("error", (string)_v1.Event(eventId)["state"]!);
        Assert.Contains("insufficient capacity", (string)_v1.Event(eventId)["error"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lack_of_capacity_can_be_rejected_at_once_on_both_apis()
    {
        var v1 = new V1Simulator(new SimulatorOptions { CapacityShortage = CapacityShortage.RefusesRequest });
        var id = v1.CreateStopped();
        v1.Paperspace.SetCapacity("East Coast (NY2)", "P4000", available: false);

        Assert.Equal(ExampleShape.Read("v1-error-out-of-capacity")!.ToJsonString(), v1.Create().Json.ToJsonString());
        Assert.Equal(412, v1.Patch($"/machines/{id}/start").Status);
        Assert.Equal(400, v1.Core.Act("start", id).Status);
        Assert.StartsWith("We are currently out of capacity", v1.Core.Create().ErrorMessage, StringComparison.Ordinal);
        Assert.Single(v1.Items("/machines"));
        v1.Pass(60);
        Assert.Equal("off", v1.State(id));
    }

    [Fact]
    public void An_event_can_be_misreported_as_an_error_although_it_succeeded()
    {
        var id = _v1.CreateMachine();
        _v1.Paperspace.MisreportNextEvent(id);
        var eventId = (string)_v1.Patch($"/machines/{id}/stop").Json["event"]!["id"]!;
        _v1.Pass(90);

        var stop = _v1.Event(eventId);
        Assert.Equal("error", (string)stop["state"]!);
        Assert.Null(stop["error"]);
        Assert.NotNull(stop["dtFinished"]);
        Assert.Equal("off", _v1.State(id));
    }

    [Fact]
    public void A_start_can_fail_without_a_reason_or_an_end()
    {
        var id = _v1.CreateStopped();
        _v1.Paperspace.FailNextStartWithoutReason(id);
        var eventId = (string)_v1.Patch($"/machines/{id}/start").Json["event"]!["id"]!;
        _v1.Pass(60);

        var start = _v1.Event(eventId);
        Assert.Equal("error", (string)start["state"]!);
        Assert.Null(start["error"]);
        Assert.Null(start["dtFinished"]);
        Assert.Equal("off", _v1.State(id));
    }

    [Fact]
    public void A_cancelled_event_has_the_state_cancelled()
    {
        var id = _v1.CreateMachine();
        var eventId = (string)_v1.Patch($"/machines/{id}/stop").Json["event"]!["id"]!;
        _v1.Pass(10);

        Assert.True(_v1.Paperspace.CancelRunningEvent(id));

        Assert.Equal("cancelled", (string)_v1.Event(eventId)["state"]!);
        Assert.Equal("ready", _v1.State(id));
    }

    private List<string> States(string id, double seconds)
    {
        var seen = new List<string> { _v1.State(id) };
        for (var passed = 0.0; passed < seconds; passed += 0.5)
        {
            _v1.Pass(0.5);
            if (_v1.State(id) != seen[^1])
                seen.Add(_v1.State(id));
        }

        return seen;
    }
}
