using Newtonsoft.Json.Linq;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Responses that the reference does not describe but the API, or a later one, may give.</summary>
public sealed class OddResponseTests
{
    private static readonly string[] Actions = ["restart", "stop", "start"];

    public static TheoryData<string> EachAction => [.. Actions];

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Events_need_no_handle(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine => EachEvent(machine, item => item["handle"] = null);
        await AssertActsAsync(account, action);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Events_need_neither_handle_nor_time(string action)
    {
        using var account = new TestAccount(action == "start" ? "off" : "ready");
        account.Traffic.Retouch = machine => EachEvent(machine, item =>
        {
            item.Remove("handle");
            item["dtCreated"] = null;
            item["dtModified"] = null;
            item["dtFinished"] = null;
        });
        // The second time, the new event is told from the old one by their number.
        await AssertActsAsync(account, action);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertActsAsync(account, "restart");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await AssertActsAsync(account, "restart");
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task A_done_event_need_not_have_an_end_time(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine => EachEvent(machine, item => item["dtFinished"] = null);
        await AssertActsAsync(account, action);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Names_and_states_ignore_case(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine =>
        {
            machine["state"] = ((string)machine["state"]!).ToUpperInvariant();
            EachEvent(machine, item =>
            {
                item["name"] = ((string)item["name"]!).ToUpperInvariant();
                item["state"] = ((string)item["state"]!).ToUpperInvariant();
            });
        };
        await AssertActsAsync(account, action);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Events_with_unknown_names_and_states_are_ignored(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine => (machine["events"] as JArray)?.Insert(0, new JObject
        {
            ["name"] = "thinking",
            ["state"] = "in progress",
            ["handle"] = "h1",
            ["dtCreated"] = "2026-03-01T12:00:00.000Z",
        });
        await AssertActsAsync(account, action);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Events_that_do_not_change_the_state_are_ignored(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine =>
        {
            if (machine["events"] is not JArray events)
                return;
            events.Insert(0, new JObject { ["name"] = "snapshot-create", ["state"] = "in progress", ["handle"] = "h1" });
            events.Insert(0, new JObject { ["name"] = "snapshot-delete", ["state"] = "error", ["errorMsg"] = "No.", ["handle"] = "h2" });
        };
        await AssertActsAsync(account, action);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task An_old_event_that_never_ended_does_not_delay_a_wait(string action)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine =>
        {
            foreach (var create in machine["events"]?.Where(item => (string?)item["name"] == "create") ?? [])
                create["state"] = "in progress";
        };
        await AssertActsAsync(account, action);
    }

    [Theory]
    [InlineData("restart", "warming up", "restarting")]
    [InlineData("stop", "cooling", "stopping")]
    [InlineData("start", "", "starting")]
    [InlineData("start", null, "starting")]
    public async Task An_unknown_state_during_a_transition_is_ignored(string action, string? odd, string instead)
    {
        using var account = Account(action);
        account.Traffic.Retouch = machine =>
        {
            if ((string?)machine["state"] == instead)
                machine["state"] = odd;
        };
        await AssertActsAsync(account, action);
    }

    [Fact]
    public async Task A_machine_that_fails_into_an_unknown_state_ends_the_wait()
    {
        using var account = new TestAccount("off", "off", "off");
        account.Simulator.FailNextStart("m1", "It broke.");
        var conditions = new List<Operation>();
        for (var i = 0; i < 3; i++)
            conditions.Add(await account.ActAsync("start", $"m{i}"));
        account.Traffic.Retouch = machine =>
        {
            if ((string?)machine["id"] == "m1" && account.Clock.Elapsed > TimeSpan.FromSeconds(25))
                machine["state"] = "failed";
        };

        var failed = (await account.WaitAsync(conditions)).Single(ending => ending.MachineId == "m1");

        Assert.Equal(PaperspaceErrorReason.MachineActionFailed, failed.Error.Reason);
        Assert.Equal("It broke.", failed.Error.ApiMessage);
        Assert.InRange(failed.At, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_failed_machine_in_a_transitional_state_is_detected()
    {
        using var account = new TestAccount("off", "off", "off");
        account.Simulator.FailNextStart("m1", "It broke.");
        var conditions = new List<Operation>();
        for (var i = 0; i < 2; i++)
            conditions.Add(await account.ActAsync("start", $"m{i}"));
        conditions.Add(Operation.ForState("m2", "ready"));
        account.Traffic.Retouch = machine =>
        {
            if ((string?)machine["id"] == "m1")
                machine["state"] = "starting";
        };

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(15) });

        var failed = endings.Single(ending => ending.MachineId == "m1");
        Assert.Equal("It broke.", failed.Error.ApiMessage);
        Assert.InRange(failed.At, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [Fact]
    public async Task Control_characters_of_the_API_do_not_reach_an_error()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0", "Red \u001b[31malert");
        var condition = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.DoesNotContain('\u001b', ending.Error.Message);
    }

    [Fact]
    public async Task A_failure_without_a_message_is_reported_without_one()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0", " ");
        var condition = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("The start of machine m0 (machine-0) failed.", ending.Error.Message);
        Assert.Null(ending.Error.ApiMessage);
    }

    [Theory]
    [InlineData("stop", "ready")]
    [InlineData("start", "off")]
    public async Task Without_events_the_state_ends_the_wait(string action, string from)
    {
        using var account = new TestAccount(from);
        account.Traffic.Retouch = machine => machine.Remove("events");
        var condition = await account.ActAsync(action, "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal(condition.TargetState, ending.Machine.State);
    }

    [Fact]
    public async Task A_restart_without_an_event_ends_by_its_state_with_a_warning()
    {
        using var account = new TestAccount("ready");
        account.Traffic.Retouch = machine => machine.Remove("events");
        var condition = await account.ActAsync("restart", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("ready", account.StateOf("m0"));
        Assert.InRange(ending.At, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(150));
        Assert.Equal("The restart has no event, but the machine is 'ready'.", ending.Warning);
    }

    [Theory]
    [MemberData(nameof(EachAction))]
    public async Task Of_the_events_only_ten_are_shown(string action)
    {
        using var account = Account(action);
        var condition = await account.ActAsync(action, "m0");
        // Ten snapshots since hide the event of the action.
        account.Traffic.Retouch = machine =>
        {
            if (
                machine["events"] is not JArray events
                || account.StateOf("m0") != condition.TargetState
                || account.NewestEventOf("m0") != $"{action} done")
                return;
            for (var i = 0; i < 10; i++)
                events[i] = new JObject { ["name"] = "snapshot-create", ["state"] = "done", ["handle"] = $"s{i}" };
        };

        var ending = await account.WaitAsync(condition);

        Assert.Equal(condition.TargetState, ending.Machine.State);
        Assert.DoesNotContain(ending.Machine.Events!, item => item.Name == action);
    }

    [Fact]
    public async Task Eleven_later_restarts_hide_the_awaited_one()
    {
        using var account = new TestAccount("ready");
        var condition = await account.ActAsync("restart", "m0");
        for (var i = 0; i < 11; i++)
            await account.DoAsync("restart", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal(10, ending.Machine.Events!.Count);
        Assert.True(ending.At >= TimeSpan.FromSeconds(12 * 40));
    }

    private static TestAccount Account(string action)
    {
        var account = new TestAccount(new SimulatorOptions { Seeds = TestAccount.Seeds(action == "start" ? "off" : "ready") });
        // Some history, so that a list of ten events is full.
        for (var i = 0; i < 8; i++)
        {
            account.Client.Machines.RestartAsync("m0", WaitUntil.Started, default).GetAwaiter().GetResult();
            account.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        if (action == "start")
        {
            account.Client.Machines.StopAsync("m0", WaitUntil.Started, default).GetAwaiter().GetResult();
            account.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        return account;
    }

    private static async Task AssertActsAsync(TestAccount account, string action)
    {
        var condition = await account.ActAsync(action, "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal(condition.TargetState, ending.Machine.State, ignoreCase: true);
        Assert.Equal(condition.TargetState, account.StateOf("m0"));
        Assert.Equal($"{action} done", account.NewestEventOf("m0"));
    }

    private static void EachEvent(JObject machine, Action<JObject> change)
    {
        foreach (var item in machine["events"]?.Cast<JObject>() ?? [])
            change(item);
    }
}
