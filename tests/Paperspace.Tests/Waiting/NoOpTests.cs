using Paperspace.Client;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>An action that changes nothing causes no event, so that none may be waited for.</summary>
public sealed class NoOpTests
{
    [Theory]
    [InlineData("start", "ready")]
    [InlineData("stop", "off")]
    public async Task A_no_op_is_over_at_once_and_costs_no_request(string action, string state)
    {
        using var account = new TestAccount(state);
        var condition = await account.ActAsync(action, "m0");
        account.Traffic.Forget();

        var ending = await account.WaitAsync(condition);

        Assert.Equal(state, ending.Machine.State);
        Assert.Equal(TimeSpan.Zero, ending.At);
        Assert.Empty(account.Traffic.Exchanges);
    }

    [Fact]
    public async Task A_wait_for_the_event_of_a_no_op_never_ends()
    {
        using var account = new TestAccount("ready");
        var before = account.NewestEventOf("m0");
        var handle = account.Truth("m0")!["events"]![0]!["handle"];
        await account.DoAsync("start", "m0");

        account.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(before, account.NewestEventOf("m0"));
        Assert.Equal(handle, account.Truth("m0")!["events"]![0]!["handle"]);
    }

    [Fact]
    public async Task A_start_of_a_machine_that_stays_serviceready_waits_for_ready_only()
    {
        using var account = new TestAccount("serviceready", "serviceready");
        var patient = await account.ActAsync("start", "m0");
        var content = await account.ActAsync("start", "m1", "serviceready");

        var endings = await account.WaitAsync([patient, content], new() { Timeout = TimeSpan.FromMinutes(2) });

        Assert.Equal("m1", endings[0].MachineId);
        Assert.Equal("serviceready", endings[0].Machine.State);
        Assert.Equal(TimeSpan.Zero, endings[0].At);
        Assert.Equal(PaperspaceErrorReason.WaitTimeout, endings[1].Error.Reason);
    }

    [Fact]
    public async Task No_ops_of_many_machines_come_first_and_the_others_all_the_same()
    {
        using var account = new TestAccount("ready", "off", "ready");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1"), await account.ActAsync("start", "m2"),
        ];

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(["m0", "m2", "m1"], endings.Select(ending => ending.MachineId));
        Assert.Equal(TimeSpan.Zero, endings[1].At);
        Assert.Equal("ready", endings[2].Machine.State);
    }

    [Theory]
    [InlineData("ready", "start", true)]
    [InlineData("serviceready", "start", true)]
    [InlineData("off", "stop", true)]
    [InlineData("OFF", "STOP", true)]
    [InlineData("off", "start", false)]
    [InlineData("ready", "stop", false)]
    [InlineData("ready", "restart", false)]
    [InlineData("off", "deactivate", false)]
    [InlineData("starting", "start", false)]
    [InlineData("unheard-of", "start", false)]
    [InlineData(null, "stop", false)]
    public void The_state_tells_which_actions_make_no_op(string? state, string action, bool expected) =>
        Assert.Equal(expected, IsOver(action, new Machine { Id = "m0", State = state, Events = [] }));

    [Theory]
    [InlineData("start", "new")]
    [InlineData("stop", "in progress")]
    [InlineData("deactivate", "in progress")]
    [InlineData("deactivate", "done")]
    public void An_event_that_changes_the_state_means_no_rest(string name, string state)
    {
        var machine = new Machine
        {
            Id = "m0",
            State = "off",
            Events = [new MachineEvent { Name = "bill-sessions", State = "new" }, new MachineEvent { Name = name, State = state }],
        };

        Assert.False(IsOver("stop", machine));
    }

    [Theory]
    [InlineData("snapshot-create", "in progress")]
    [InlineData("start", "error")]
    [InlineData("deactivate", "error")]
    [InlineData("unheard-of", "in progress")]
    public void Other_events_do_not_disturb_the_rest(string name, string state)
    {
        var machine = new Machine { Id = "m0", State = "off", Events = [new MachineEvent { Name = name, State = state }] };

        Assert.True(IsOver("stop", machine));
    }

    [Fact]
    public async Task A_machine_that_a_no_op_leaves_alone_need_not_be_in_the_awaited_state()
    {
        // Started while running, and somebody stops it meanwhile: there is no event of the start, but no end either.
        using var account = new TestAccount(new SimulatorOptions { Seeds = TestAccount.Seeds("serviceready") });
        var condition = await account.ActAsync("start", "m0");
        await account.DoAsync("stop", "m0");

        var ending = await account.WaitAsync(condition, new() { Timeout = TimeSpan.FromMinutes(3) });

        Assert.Contains("is still 'off' after 3 min (last event: stop, done)", ending.Error.Message, StringComparison.Ordinal);
    }

    /// <summary>Whether an action on such a machine is known to be over without a request.</summary>
    private static bool IsOver(string action, Machine before)
    {
        using var client = new PaperspaceClient(new PaperspaceClientOptions { ApiKey = "a-key" });
        var condition = new Operation
        {
            ResourceId = before.Id,
            MachineId = before.Id,
            Action = action,
            TargetState = action switch { "start" or "restart" => "serviceready", "deactivate" => null, _ => "off" },
            Before = before,
        };
        return client.Machines.WaitFor([condition], new()).Progress.States.Count == 0;
    }
}
