using System.Globalization;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.V1;

/// <summary>What became of an action is told by its event first, and then by the machine.</summary>
public sealed class WaitTests
{
    [Theory]
    [InlineData("start", "off", 29)]
    [InlineData("stop", "ready", 68)]
    [InlineData("restart", "ready", 40)]
    public async Task An_action_is_over_when_its_event_and_the_state_say_so(string action, string from, int seconds)
    {
        using var account = Account(from);
        var condition = await account.ActAsync(action, "m0");
        Assert.Single(condition.EventIds);

        var ending = await account.WaitAsync(condition);

        Assert.Equal(condition.TargetState, ending.Machine.State);
        Assert.Equal($"{action} done", ending.Machine.LastEvent!.ToString());
        Assert.InRange(ending.At, TimeSpan.FromSeconds(seconds - 5), TimeSpan.FromSeconds(seconds + 6));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public async Task A_restart_is_not_over_while_the_old_ready_is_read(int staleSeconds)
    {
        using var account = Account(
            new SimulatorOptions { Seeds = TestAccount.Seeds("ready"), StaleFor = TimeSpan.FromSeconds(staleSeconds) });

        var ending = await account.WaitAsync(await account.ActAsync("restart", "m0"));

        Assert.Equal("restart done", ending.Machine.LastEvent!.ToString());
        Assert.InRange(ending.At, TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(46));
    }

    [Fact]
    public async Task The_end_of_a_create_is_not_the_end_of_the_start_that_follows()
    {
        using var account = Account("off");
        var operation = await account.Client.Machines.CreateAsync(Support.Requests.Smallest(), WaitUntil.Completed, default);
        Assert.Equal("create", operation.Action);

        var ending = await account.WaitAsync(operation);

        Assert.Equal("ready", ending.Machine.State);
        Assert.Equal("start done", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_create_that_is_not_to_start_ends_off()
    {
        using var account = Account("off");
        var options = Support.Requests.Smallest();
        options.StartOnCreate = false;
        var operation = await account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default);

        var ending = await account.WaitAsync(operation);

        Assert.Equal("off", ending.Machine.State);
        Assert.Equal("create done", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task A_start_without_capacity_fails_at_once()
    {
        using var account = Account("off");
        account.Simulator.FailNextStart("m0");

        var ending = await account.WaitAsync(await account.ActAsync("start", "m0"));

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, ending.Error.Reason);
        Assert.Contains("capacity", ending.Error.Message, StringComparison.Ordinal);
        Assert.InRange(ending.At, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_create_whose_start_has_no_capacity_fails_at_once()
    {
        using var account = Account("off");
        account.Simulator.FailNextStart("My Machine 1");
        var operation = await account.Client.Machines.CreateAsync(Support.Requests.Smallest(), WaitUntil.Completed, default);

        var ending = await account.WaitAsync(operation);

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, ending.Error.Reason);
        Assert.InRange(ending.At, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }

    [Fact]
    public async Task A_start_that_fails_for_another_reason_says_it()
    {
        using var account = Account("off");
        account.Simulator.FailNextStart("m0", "The disk is on fire.");

        var ending = await account.WaitAsync(await account.ActAsync("start", "m0"));

        Assert.Equal(PaperspaceErrorReason.MachineActionFailed, ending.Error.Reason);
        Assert.Equal("The disk is on fire.", ending.Error.ApiMessage);
    }

    [Fact]
    public async Task An_event_in_error_with_neither_reason_nor_end_is_a_failure()
    {
        using var account = Account("off");
        account.Simulator.FailNextStartWithoutReason("m0");

        var ending = await account.WaitAsync(await account.ActAsync("start", "m0"));

        Assert.Equal(PaperspaceErrorReason.MachineActionFailed, ending.Error.Reason);
    }

    [Theory]
    [InlineData("start", "off")]
    [InlineData("stop", "ready")]
    [InlineData("restart", "ready")]
    public async Task An_event_in_error_with_an_end_and_no_reason_leaves_it_to_the_machine(string action, string from)
    {
        using var account = Account(from);
        account.Simulator.MisreportNextEvent("m0");
        var condition = await account.ActAsync(action, "m0");

        var ending = await account.WaitAsync(condition);

        Assert.Equal(condition.TargetState, ending.Machine.State);
        Assert.Equal($"{action} error", ending.Machine.LastEvent!.ToString());
    }

    [Fact]
    public async Task What_was_cancelled_fails()
    {
        using var account = Account("off");
        var condition = await account.ActAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        account.Simulator.CancelRunningEvent("m0");

        Assert.Equal(PaperspaceErrorReason.MachineActionCancelled, (await account.WaitAsync(condition)).Error.Reason);
    }

    [Fact]
    public async Task A_deletion_is_over_when_the_machine_is_gone()
    {
        using var account = Account("off");

        var ending = await account.WaitAsync(await account.ActAsync("deactivate", "m0"));

        Assert.Null(ending.Result.Error);
        Assert.InRange(ending.At, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(36));
    }

    [Fact]
    public async Task A_page_that_is_not_the_APIs_does_not_say_that_a_machine_is_gone()
    {
        using var account = Account("off");
        var condition = await account.ActAsync("deactivate", "m0");
        account.Simulator.Inject(
            new SimulatedFault
            {
                Method = "GET",
                Path = "/machines/m0$",
                Status = 404,
                Body = "<html>Not here</html>",
                ContentType = "text/html",
                Times = 2,
            });

        var ending = await account.WaitAsync(condition);

        Assert.Null(ending.Result.Error);
        Assert.InRange(ending.At, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_machine_that_is_deleted_meanwhile_fails_the_wait_for_a_state()
    {
        using var account = Account("off");
        var condition = await account.ActAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        account.Simulator.RemoveAbruptly("m0");

        Assert.Equal(PaperspaceErrorReason.MachineVanished, (await account.WaitAsync(condition)).Error.Reason);
    }

    [Theory]
    [InlineData("start", "ready")]
    [InlineData("stop", "off")]
    public async Task An_action_that_changes_nothing_is_over_at_once(string action, string state)
    {
        using var account = Account(state);

        var ending = await account.WaitAsync(await account.ActAsync(action, "m0"));

        Assert.Equal(state, ending.Machine.State);
        Assert.Equal(TimeSpan.Zero, ending.At);
    }

    [Theory]
    [InlineData(UpdateEvents.One)]
    [InlineData(UpdateEvents.Several)]
    [InlineData(UpdateEvents.Unreported)]
    public async Task An_update_is_over_when_all_of_its_events_are(UpdateEvents events)
    {
        using var account = Account(new SimulatorOptions { Seeds = TestAccount.Seeds("off"), V1 = new() { UpdateEvents = events } });
        var operation = await account.Client.Machines.UpdateAsync(
            "m0",
            new MachineUpdateOptions { Size = 100 },
            WaitUntil.Started,
            default);

        var ending = await account.WaitAsync(operation);

        Assert.Equal("off", ending.Machine.State);
        Assert.All(ending.Machine.Events!, item => Assert.Equal("done", item.State));
        Assert.InRange(ending.At, TimeSpan.FromSeconds(118), TimeSpan.FromSeconds(135));
    }

    [Theory]
    [InlineData("start", "off", 1)]
    [InlineData("stop", "ready", 1)]
    [InlineData("restart", "ready", 1)]
    [InlineData("start", "off", 60)]
    [InlineData("restart", "ready", 60)]
    [InlineData("deactivate", "off", 1)]
    public async Task A_thousand_machines_cost_few_requests(string action, string from, double speed)
    {
        using var account = Account(Many(from) with { Speed = speed });
        var conditions = await ActAsync(account, action);
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        AssertFew(account, action == "deactivate" ? 2 : 0);
    }

    [Fact]
    public async Task A_thousand_machines_that_are_created_cost_few_requests()
    {
        using var account = Account(new SimulatorOptions());
        var conditions = new List<Operation>();
        for (var i = 0; i < Count; i++)
        {
            var options = Support.Requests.Smallest();
            options.Name = string.Create(CultureInfo.InvariantCulture, $"new-{i}");
            conditions.Add(
                await account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default));
        }

        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
        AssertFew(account, 2);
    }

    [Fact]
    public async Task A_thousand_machines_of_which_half_fail()
    {
        using var account = Account(Many("off"));
        for (var i = 0; i < Count; i += 2) account.Simulator.FailNextStart($"m{i}");
        var conditions = await ActAsync(account, "start");
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(Count / 2, endings.Count(ending => ending.Result.Error?.Reason == PaperspaceErrorReason.InsufficientCapacity));
        Assert.Equal(Count / 2, endings.Count(ending => ending.Result.Error is null));
        AssertFew(account, 0);
    }

    [Fact]
    public async Task Machines_that_are_created_together_arrive_or_fail_when_their_events_say_so()
    {
        using var account = Account("off");
        foreach (var name in new[] { "c1", "c3" }) account.Simulator.FailNextStart(name);
        var conditions = new List<Operation>();
        for (var i = 0; i < 5; i++)
        {
            var options = Support.Requests.Smallest();
            options.Name = $"c{i}";
            conditions.Add(
                await account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default));
        }

        var endings = await account.WaitAsync([.. conditions]);

        Assert.Equal(2, endings.Count(ending => ending.Result.Error?.Reason == PaperspaceErrorReason.InsufficientCapacity));
        Assert.Equal(3, endings.Count(ending => ending.Result.Error is null));
        Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.Zero, TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task A_failed_start_just_before_is_no_failure_of_the_deletion()
    {
        using var account = Account("off");
        account.Simulator.FailNextStart("m0");
        await account.WaitAsync(await account.ActAsync("start", "m0"));

        var ending = await account.WaitAsync(
            await account.Client.Machines.DeleteAsync("m0", null, WaitUntil.Completed, default));

        Assert.Null(ending.Result.Error);
    }

    [Fact]
    public async Task A_thousand_machines_that_are_there_already()
    {
        using var account = Account(Many("ready"));

        var endings = await account.WaitAsync([.. Enumerable.Range(0, Count).Select(i => Operation.ForState($"m{i}", "ready"))]);

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
        AssertFew(account, 0);
    }

    [Fact]
    public async Task A_thousand_machines_that_never_arrive_are_told_with_their_last_state()
    {
        using var account = Account(Many("off"));

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, Count).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.FromMinutes(2) });

        Assert.All(endings, ending => Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason));
        Assert.All(endings, ending => Assert.Contains("is still 'off'", ending.Error.Message, StringComparison.Ordinal));
        AssertFew(account, 2);
    }

    [Fact]
    public async Task A_failure_about_one_machine_concerns_that_one_alone()
    {
        using var account = Account(new SimulatorOptions { Seeds = TestAccount.Seeds("off", "off") });
        List<Operation> conditions = [await account.ActAsync("deactivate", "m0"), await account.ActAsync("start", "m1")];
        account.Simulator.Inject(new SimulatedFault { Method = "GET", Path = "/machines/m0$", Status = 500, Times = 1000 });

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(3) });

        Assert.Null(endings.Single(ending => ending.MachineId == "m1").Result.Error);
        Assert.Equal(PaperspaceErrorReason.WaitTimeout, endings.Single(ending => ending.MachineId == "m0").Error.Reason);
    }

    [Fact]
    public async Task A_key_that_is_not_accepted_any_more_ends_the_wait_for_all()
    {
        using var account = Account("off");
        var condition = await account.ActAsync("start", "m0");
        account.Simulator.Inject(new SimulatedFault
        {
            Method = "GET",
            Status = 401,
            Body = Examples.Text("v1-error-401-not-logged-in"),
            Times = 1000,
        });

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => account.WaitAsync(condition));

        Assert.Equal(PaperspaceErrorReason.InvalidApiKey, error.Reason);
    }

    private const int Count = 1000;

    private static TestAccount Account(string state) => Account(new SimulatorOptions { Seeds = TestAccount.Seeds(state) });

    private static TestAccount Account(SimulatorOptions options) => new(options, PaperspaceApiVersion.V1);

    private static SimulatorOptions Many(string state) => new() { Seeds = TestAccount.Seeds(Enumerable.Repeat(state, Count)) };

    private static async Task<List<Operation>> ActAsync(TestAccount account, string action)
    {
        var conditions = new List<Operation>();
        for (var i = 0; i < Count; i++) conditions.Add(await account.ActAsync(action, $"m{i}"));
        return conditions;
    }

    /// <summary>At the most 12 requests a round, and so many for each machine beside them.</summary>
    private static void AssertFew(TestAccount account, int forEach)
    {
        var rounds = account.Traffic.Exchanges.GroupBy(request => request.At).ToArray();
        var lists = rounds
            .Select(round =>
                round.Count(request =>
                    request.Path.EndsWith("/machines", StringComparison.Ordinal)
                    || request.Path.EndsWith("/machine-events", StringComparison.Ordinal)))
            .ToArray();
        Assert.InRange(account.Traffic.Exchanges.Count, 1, (12 * rounds.Length) + (forEach * Count));
        if (forEach == 0) Assert.All(lists, list => Assert.InRange(list, 0, 12));
    }
}
