using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

/// <summary>Responses that lag behind what the account has accepted, on both APIs.</summary>
public sealed class LagTests
{
    [Fact]
    public void Nothing_lags_by_default()
    {
        var v1 = new V1Simulator();

        var created = v1.Create().Json;

        var id = (string)created["data"]!["id"]!;
        Assert.Equal(200, v1.Get($"/machines/{id}").Status);
        Assert.Equal(200, v1.Get($"/machine-events/{created["event"]!["id"]}").Status);
        Assert.Equal([id], v1.Core.List().Ids);
        Assert.Equal(200, v1.Core.Show(id).Status);
    }

    [Fact]
    public void A_created_machine_is_not_visible_during_its_lag()
    {
        var v1 = new V1Simulator(new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(3) } });
        var id = (string)v1.Create().Json["data"]!["id"]!;
        v1.Pass(2.999);

        Assert.Equal("""{"message":"Machine not found","code":"NOT_FOUND"}""", v1.Get($"/machines/{id}").Response.Body);
        Assert.Equal(404, v1.Delete($"/machines/{id}").Status);
        Assert.Equal(404, v1.Patch($"/machines/{id}/stop").Status);
        Assert.Equal(404, v1.Core.Show(id).Status);
        Assert.Equal(404, v1.Core.Act("destroyMachine", id).Status);
        Assert.Empty(v1.Items("/machines"));
        Assert.Empty(v1.Core.List().Items);

        v1.Pass(0.001);

        Assert.Equal("provisioning", v1.State(id));
        Assert.Equal("provisioning", v1.Core.State(id));
        Assert.Equal([id], v1.Core.List().Ids);
        Assert.Single(v1.Items("/machines"));
        Assert.Equal(200, v1.Delete($"/machines/{id}").Status);
    }

    [Fact]
    public void A_created_machine_counts_toward_the_limit_before_it_is_visible()
    {
        var v1 = new V1Simulator(new SimulatorOptions { MaxMachines = 1, Lag = new() { Creation = TimeSpan.FromMinutes(1) } });
        v1.Create();

        Assert.Equal(403, v1.Create().Status);
    }

    [Fact]
    public void A_removed_machine_reads_off_during_its_lag_and_rejects_actions()
    {
        var v1 = WithLag(new() { Removal = TimeSpan.FromSeconds(10) });
        v1.Core.Act("destroyMachine");
        v1.Pass(39.999);

        Assert.Equal("off", v1.State("psmachine"));
        Assert.Equal("off", v1.Core.State());
        Assert.Equal(["psmachine"], v1.Core.List().Ids);
        Assert.Single(v1.Items("/machines"));
        Assert.Equal(404, v1.Patch("/machines/psmachine/start").Status);
        Assert.Equal(404, v1.Core.Act("start").Status);

        v1.Pass(0.001);

        Assert.Equal(404, v1.Get("/machines/psmachine").Status);
        Assert.Equal(404, v1.Core.Show().Status);
        Assert.Empty(v1.Core.List().Items);
        Assert.Empty(v1.Items("/machines"));
    }

    [Fact]
    public void A_state_lags_although_the_event_is_done()
    {
        var v1 = WithLag(new() { State = TimeSpan.FromSeconds(9) }, "off");
        var started = v1.Patch("/machines/psmachine/start").Json;
        v1.Pass(25);

        Assert.Equal("done", (string)v1.Event((string)started["event"]!["id"]!)["state"]!);
        Assert.Equal("start done", v1.Core.Events()[0]);
        Assert.Equal("starting", v1.State("psmachine"));

        Assert.Equal(["starting", "serviceready", "ready"], v1.Core.StatesDuring(20));
        Assert.Equal("ready", v1.State("psmachine"));
    }

    [Fact]
    public void A_state_can_lag_behind_the_whole_transition()
    {
        var v1 = new V1Simulator(new SimulatorOptions
        {
            Seeds = [new MachineSeed { Id = "psmachine", Name = "Machine", State = "off" }],
            Lag = new() { State = TimeSpan.FromSeconds(9) },
            Durations = new() { Start = TimeSpan.FromSeconds(2), Agent = TimeSpan.Zero },
            StaleFor = TimeSpan.Zero,
        });
        v1.Patch("/machines/psmachine/start");
        v1.Pass(8);

        Assert.Equal("start done", v1.Core.Events()[0]);
        Assert.Equal("off", v1.State("psmachine"));
        Assert.Equal("off", (string)v1.Items("/machines")[0]["state"]!);
        Assert.Equal("off", (string)v1.Core.List().Items[0]["state"]!);

        v1.Pass(3);
        Assert.Equal("ready", v1.State("psmachine"));
    }

    [Fact]
    public void Actions_check_the_real_state()
    {
        var v1 = WithLag(new() { State = TimeSpan.FromMinutes(10) }, "off");
        v1.Patch("/machines/psmachine/start");
        v1.Pass(60);

        Assert.Equal("off", v1.State("psmachine"));
        Assert.Equal(412, v1.Patch("/machines/psmachine/start").Status);
        Assert.Equal(200, v1.Patch("/machines/psmachine/stop").Status);
    }

    [Theory]
    [InlineData("starting")]
    [InlineData("stopping")]
    [InlineData("provisioning")]
    public void An_initial_machine_shows_its_state_at_once(string state)
    {
        var v1 = WithLag(new() { State = TimeSpan.FromSeconds(9), Creation = TimeSpan.FromSeconds(9) }, state);

        Assert.Equal(state, v1.State("psmachine"));
        Assert.Equal(state, v1.Core.State());
    }

    [Fact]
    public void Events_lag()
    {
        var v1 = WithLag(new() { Events = TimeSpan.FromSeconds(5) });
        var before = v1.Core.Events();
        var stopped = v1.Patch("/machines/psmachine/stop").Json;
        var eventId = (string)stopped["event"]!["id"]!;

        Assert.Equal("new", (string)stopped["event"]!["state"]!);
        v1.Pass(4.999);
        Assert.Equal(404, v1.Get($"/machine-events/{eventId}").Status);
        Assert.DoesNotContain(eventId, EventIds(v1));
        Assert.Equal(before, v1.Core.Events());

        v1.Pass(0.001);
        Assert.Equal("new", (string)v1.Event(eventId)["state"]!);
        Assert.Equal(eventId, EventIds(v1)[0]);
        Assert.Equal("stop new", v1.Core.Events()[0]);

        v1.Pass(67.999);
        Assert.Equal("off", v1.State("psmachine"));
        Assert.Equal("in progress", (string)v1.Event(eventId)["state"]!);
        Assert.Null(v1.Event(eventId)["dtFinished"]);
        v1.Pass(0.001);
        Assert.Equal("done", (string)v1.Event(eventId)["state"]!);
        Assert.Equal("stop done", v1.Core.Events()[0]);
    }

    [Fact]
    public void Speed_scales_each_lag()
    {
        var lag = TimeSpan.FromSeconds(30);
        var v1 = new V1Simulator(new SimulatorOptions { Speed = 10, Lag = new() { Creation = lag, Events = lag } });
        var created = v1.Create().Json;
        var (id, eventId) = ((string)created["data"]!["id"]!, (string)created["event"]!["id"]!);

        v1.Pass(2.999);
        Assert.Equal((404, 404), (v1.Get($"/machines/{id}").Status, v1.Get($"/machine-events/{eventId}").Status));
        v1.Pass(0.001);
        Assert.Equal((200, 200), (v1.Get($"/machines/{id}").Status, v1.Get($"/machine-events/{eventId}").Status));
    }

    [Fact]
    public void A_negative_lag_is_out_of_range() => Assert.Equal(
        "State",
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new SimulatedPaperspace(new() { Lag = new() { State = TimeSpan.FromSeconds(-1) } })).ParamName);

    [Fact]
    public void A_hidden_machine_reappears_unchanged()
    {
        var v1 = WithLag(new());
        Assert.True(v1.Paperspace.Hide("Machine", TimeSpan.FromSeconds(5)));
        Assert.False(v1.Paperspace.Hide("psnowhere", TimeSpan.FromSeconds(5)));

        Assert.Equal(404, v1.Get("/machines/psmachine").Status);
        Assert.Equal(404, v1.Core.Show().Status);
        Assert.Equal(404, v1.Core.Act("stop").Status);
        Assert.Empty(v1.Core.List().Items);

        v1.Pass(5);
        Assert.Equal("ready", v1.State("psmachine"));
        Assert.Equal(["psmachine"], v1.Core.List().Ids);
    }

    private static string[] EventIds(V1Simulator v1) =>
        [.. v1.Items("/machine-events?machineId=psmachine").Select(item => (string)((JsonNode)item)["id"]!)];

    private static V1Simulator WithLag(SimulatorLagOptions lag, string state = "ready") =>
        new(SimulatorFixture.WithMachine(state, new() { Lag = lag }));
}
