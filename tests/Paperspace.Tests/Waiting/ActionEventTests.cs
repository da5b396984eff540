using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>An action ends with its event and its state together, and its event tells when it failed.</summary>
public sealed class ActionEventTests
{
    private const string NoCapacity =
        "Uh oh. This machine type can't start due to insufficient capacity or higher than normal demand. Please try again later.";

    [Fact]
    public async Task A_restart_has_not_ended_while_the_machine_is_restarting()
    {
        using var account = new TestAccount("ready");
        var condition = await account.ActAsync("restart", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(36));
        Assert.Equal(("restarting", "restart done"), (account.StateOf("m0"), account.NewestEventOf("m0")));

        var ending = await account.WaitAsync(condition);

        Assert.Equal("ready", ending.Machine.State);
        Assert.True(ending.At >= TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_wait_for_the_event_alone_ends_while_the_machine_is_still_restarting()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");

        while (account.NewestEventOf("m0") != "restart done")
            account.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("restarting", account.StateOf("m0"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_start_that_fails_for_capacity_ends_the_wait_with_the_words_of_the_API(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        account.Simulator.FailNextStart("m0");
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++)
            conditions.Add(await account.ActAsync("start", $"m{i}"));

        var endings = await account.WaitAsync(conditions);

        var failed = Assert.Single(endings, ending => ending.Result.Error is not null);
        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, failed.Error.Reason);
        Assert.Equal(NoCapacity, failed.Error.ApiMessage);
        Assert.Equal($"The start of machine m0 (machine-0) failed: {NoCapacity}", failed.Error.Message);
        Assert.Equal("off", failed.Error.Machine!.State);
        Assert.InRange(failed.At, TimeSpan.FromSeconds(25), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_plain_wait_for_a_start_that_fails_for_capacity_never_ends()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");

        Assert.Null(await account.PlainWaitAsync("m0", "ready"));
        Assert.Equal("off", account.StateOf("m0"));
    }

    [Fact]
    public async Task A_wait_without_a_baseline_ends_with_the_failure_that_came_before_it()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        var ending = await account.WaitAsync(Operation.ForState("m0", "ready"));

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, ending.Error.Reason);
    }

    [Fact]
    public async Task An_earlier_failure_does_not_affect_a_new_start()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var condition = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("ready", ending.Machine.State);
        Assert.Contains(ending.Machine.Events!, item => item.State == "error");
    }

    [Fact]
    public async Task A_failed_start_does_not_affect_a_wait_for_off()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("off", (await account.WaitAsync(Operation.ForState("m0", "off"))).Machine.State);
    }

    [Fact]
    public async Task A_cancelled_restart_does_not_affect_a_later_wait_for_off()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        account.Simulator.CancelRunningEvent("m0");

        var ending = await account.WaitAsync(Operation.ForState("m0", "off"), new() { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
    }

    [Theory]
    [InlineData("restart", "ready")]
    [InlineData("stop", "ready")]
    [InlineData("start", "off")]
    public async Task A_cancelled_action_ends_the_wait(string action, string from)
    {
        using var account = new TestAccount(from, from);
        var condition = await account.ActAsync(action, "m0");
        var other = await account.ActAsync(action, "m1");
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(account.Simulator.CancelRunningEvent("m0"));

        var endings = await account.WaitAsync([condition, other]);

        var cancelled = Assert.Single(endings, ending => ending.MachineId == "m0");
        Assert.Equal(PaperspaceErrorReason.MachineActionCancelled, cancelled.Error.Reason);
        Assert.Equal($"The {action} of machine m0 (machine-0) was cancelled.", cancelled.Error.Message);
        Assert.InRange(cancelled.At, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
        Assert.Null(endings.Single(ending => ending.MachineId == "m1").Result.Error);
    }

    [Fact]
    public async Task A_plain_wait_mistakes_a_cancelled_restart_for_a_finished_one()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        account.Simulator.CancelRunningEvent("m0");

        Assert.Equal("restart cancelled", (await account.PlainWaitAsync("m0", "ready"))!.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_new_start_supersedes_a_failed_one()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        var condition = await account.ActAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("ready", (await account.WaitAsync(condition)).Machine.State);
    }

    [Fact]
    public async Task A_queued_restart_is_awaited()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        var condition = await account.ActAsync("restart", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal(["restart done", "restart done"], ending.Machine.Events!.Take(2).Select(item => item.ToString()));
        Assert.True(ending.At >= TimeSpan.FromSeconds(80));
    }

    [Fact]
    public async Task A_plain_wait_mistakes_the_first_of_two_restarts_for_the_second()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");
        await account.DoAsync("restart", "m0");

        Assert.Equal("restart new", (await account.PlainWaitAsync("m0", "ready"))!.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_start_of_a_machine_that_is_starting_joins_that_start()
    {
        using var account = new TestAccount("off", "off");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        var condition = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal("ready", ending.Machine.State);
        Assert.Single(
            ending.Machine.Events!,
            item => item.Name == "start" && item.DtCreated > account.Clock.Start - TimeSpan.FromSeconds(1));
        Assert.InRange(ending.At, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(34));
    }

    [Fact]
    public async Task A_start_during_a_restart_ends_with_the_restart()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");
        var condition = await account.ActAsync("start", "m0");
        Assert.Equal("ready", condition.Before!.State);

        var ending = await account.WaitAsync(condition);

        Assert.Equal("restart done", ending.Machine.LastEvent!.ToString());
        Assert.InRange(ending.At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task The_failure_of_a_joined_start_ends_the_wait()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        var condition = await account.ActAsync("start", "m0");

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, (await account.WaitAsync(condition)).Error.Reason);
    }

    [Fact]
    public async Task An_earlier_failure_does_not_affect_a_start_even_if_its_event_is_late()
    {
        using var account = new TestAccount("off");
        account.Simulator.FailNextStart("m0");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var condition = await account.ActAsync("start", "m0");
        account.Traffic.Retouch = machine =>
        {
            if (account.Clock.Elapsed < TimeSpan.FromSeconds(70) && machine["events"] is Newtonsoft.Json.Linq.JArray events)
                events.RemoveAt(0);
        };

        Assert.Equal("ready", (await account.WaitAsync(condition)).Machine.State);
    }

    [Theory]
    [InlineData("provisioning", "stop", "off")]
    [InlineData("starting", "stop", "off")]
    [InlineData("restarting", "stop", "off")]
    [InlineData("upgrading", "restart", "ready")]
    [InlineData("stopping", "start", "ready")]
    [InlineData("stopping", "stop", "off")]
    [InlineData("provisioning", "start", "ready")]
    [InlineData("restarting", "start", "ready")]
    [InlineData("starting", "restart", "ready")]
    public async Task An_action_during_another_action_is_awaited(string from, string action, string to)
    {
        using var account = new TestAccount(from, from);
        Operation[] conditions = [await account.ActAsync(action, "m0"), await account.ActAsync(action, "m1")];

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal(to, ending.Machine.State));
        Assert.All(endings, ending => Assert.DoesNotContain(ending.Machine.Events!, item => item.State is "new" or "in progress"));
        account.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(to, account.StateOf("m0"));
    }

    [Theory]
    [InlineData(true, "ready")]
    [InlineData(false, "off")]
    public async Task A_created_machine_is_awaited(bool startOnCreate, string state)
    {
        using var account = new TestAccount(new SimulatorOptions());
        var operation = await account.Client.Machines.CreateAsync(
            new MachineCreateOptions
            {
                Name = "fresh",
                MachineType = "P4000",
                Region = "East Coast (NY2)",
                Size = 50,
                BillingType = "hourly",
                TemplateId = "tkni3aa4",
                StartOnCreate = startOnCreate,
            },
            WaitUntil.Completed,
            default);

        var ending = await account.WaitAsync(operation);

        Assert.Equal(state, ending.Machine.State);
        Assert.Equal(startOnCreate ? "start done" : "create done", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_created_machine_that_fails_to_start_ends_the_wait()
    {
        using var account = new TestAccount(new SimulatorOptions());
        account.Simulator.FailNextStart("fresh");
        var operation = await account.Client.Machines.CreateAsync(
            new MachineCreateOptions
            {
                Name = "fresh",
                MachineType = "P4000",
                Region = "East Coast (NY2)",
                Size = 50,
                BillingType = "hourly",
                TemplateId = "tkni3aa4",
            },
            WaitUntil.Completed,
            default);

        var ending = await account.WaitAsync(operation);

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, ending.Error.Reason);
        Assert.InRange(ending.At, TimeSpan.FromSeconds(57), TimeSpan.FromSeconds(63));
    }

    [Fact]
    public async Task An_error_without_a_message_on_a_machine_in_its_state_is_a_success_with_a_warning()
    {
        using var account = new TestAccount("off");
        account.Simulator.MisreportNextEvent("m0");

        var ending = await account.WaitAsync(await account.ActAsync("start", "m0"));

        Assert.Equal("ready", ending.Machine.State);
        Assert.Contains("without a message", ending.Warning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("start", "This machine is currently starting.")]
    [InlineData("start", "Machine is not in a power state compatible with this request.")]
    public async Task A_start_that_is_rejected_because_one_is_in_progress_is_awaited(string action, string refusal)
    {
        using var account = new TestAccount("off");
        await account.DoAsync("start", "m0");
        account.Simulator.Inject(
            new SimulatedFault
            {
                Method = "POST",
                Status = 409,
                Body = $$"""{"status":409,"message":"{{refusal}}"}""",
            });

        var ending = await account.WaitAsync(await account.ActAsync(action, "m0"));

        Assert.Equal("ready", ending.Machine.State);
    }

    [Fact]
    public async Task A_rejected_action_without_a_wait_is_an_error()
    {
        using var account = new TestAccount("off");
        account.Simulator.Inject(
            new SimulatedFault
            {
                Method = "POST",
                Status = 409,
                Body = """{"status":409,"message":"This machine is currently starting."}""",
            });

        Assert.Equal(
            PaperspaceErrorReason.RequestRejected,
            (await Assert.ThrowsAsync<PaperspaceException>(() => account.DoAsync("start", "m0"))).Reason);
    }
}
