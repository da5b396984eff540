using Newtonsoft.Json.Linq;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Just after an action the API still reads the state from before it.</summary>
public sealed class StaleStateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(15)]
    public async Task A_restart_has_not_ended_while_the_previous_ready_is_read(int staleSeconds)
    {
        using var account = Account("ready", staleSeconds);
        var condition = await account.ActAsync("restart", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("ready", ending.Machine.State);
        Assert.Equal("restart done", ending.Machine.LastEvent!.ToString());
        Assert.InRange(ending.At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task A_single_off_without_an_event_is_not_the_end_of_a_stop()
    {
        using var account = Account("ready");
        var reads = 0;
        account.Traffic.Retouch = machine =>
        {
            if (++reads != 2) return;
            machine["state"] = "off";
            machine["events"] = new JArray();
        };

        var ending = await account.WaitAsync(await account.ActAsync("stop", "m0"));

        Assert.Equal("off", ending.Machine.State);
        Assert.Equal("stop done", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_plain_wait_mistakes_the_previous_ready_for_the_end_of_a_restart()
    {
        using var account = Account("ready");
        await account.DoAsync("restart", "m0");

        var machine = await account.PlainWaitAsync("m0", "ready");

        Assert.Equal("restart new", machine!.LastEvent!.ToString());
        Assert.Equal(TimeSpan.Zero, account.Clock.Elapsed);
    }

    [Fact]
    public async Task A_stop_after_a_start_has_not_ended_while_the_previous_off_is_read()
    {
        using var account = Account("off");
        await account.DoAsync("start", "m0");
        var condition = await account.ActAsync("stop", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("off", ending.Machine.State);
        Assert.Equal("stop done", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_plain_wait_mistakes_the_previous_off_for_the_end_of_a_stop()
    {
        using var account = Account("off");
        await account.DoAsync("start", "m0");
        await account.DoAsync("stop", "m0");

        var machine = await account.PlainWaitAsync("m0", "off");

        Assert.Equal("stop new", machine!.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_start_after_a_stop_has_not_ended_while_the_previous_ready_is_read()
    {
        using var account = Account("ready");
        await account.DoAsync("stop", "m0");
        var condition = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("start done", ending.Machine.LastEvent!.ToString());
        Assert.Equal("ready", ending.Machine.State);
    }

    [Fact]
    public async Task A_plain_wait_mistakes_the_previous_ready_for_the_end_of_a_start()
    {
        using var account = Account("ready");
        await account.DoAsync("stop", "m0");
        await account.DoAsync("start", "m0");

        var machine = await account.PlainWaitAsync("m0", "ready");

        Assert.Equal(["start new", "stop new"], machine!.Events!.Take(2).Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("restart", "ready")]
    [InlineData("stop", "off")]
    public async Task A_wait_without_a_baseline_sees_the_event_in_progress(string action, string state)
    {
        using var account = Account("ready");
        await account.DoAsync(action, "m0");

        var ending = await account.WaitAsync(Operation.ForState("m0", state));

        Assert.Equal($"{action} done", ending.Machine.LastEvent!.ToString());
        Assert.Equal(state, ending.Machine.State);
    }

    [Fact]
    public async Task The_previous_state_of_many_machines_is_recognized()
    {
        using var account = new TestAccount("ready", "ready", "ready", "ready");
        Operation[] conditions =
        [
            await account.ActAsync("restart", "m0"), await account.ActAsync("restart", "m1"),
            await account.ActAsync("restart", "m2"), await account.ActAsync("restart", "m3"),
        ];

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    public async Task A_restart_between_two_polls_is_detected_soon(int machines)
    {
        using var account = new TestAccount(
            new SimulatorOptions { Speed = 60, Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", machines)) });
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++)
            conditions.Add(await account.ActAsync("restart", $"m{i}"));
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.Zero, TimeSpan.FromSeconds(6)));
        Assert.Equal(machines, account.Traffic.Shows);
    }

    [Fact]
    public async Task A_start_that_fails_between_two_polls_is_detected_soon()
    {
        using var account = new TestAccount(new SimulatorOptions { Speed = 60, Seeds = TestAccount.Seeds("off", "off", "off") });
        account.Simulator.FailNextStart("m1");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1"), await account.ActAsync("start", "m2"),
        ];
        account.Clock.Advance(TimeSpan.FromSeconds(1));

        var endings = await account.WaitAsync(conditions);

        var failed = Assert.Single(endings, ending => ending.MachineId == "m1");
        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, failed.Error.Reason);
        Assert.InRange(failed.At, TimeSpan.Zero, TimeSpan.FromSeconds(7));
    }

    private static TestAccount Account(string state, int staleSeconds = 2) => new(new SimulatorOptions
    {
        Seeds = TestAccount.Seeds(state),
        StaleFor = TimeSpan.FromSeconds(staleSeconds),
    });
}
