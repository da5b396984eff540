using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Readings may be older than what the API accepted, and a single one may be wrong: neither ends a wait.</summary>
public sealed class LagTests
{
    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public static TheoryData<PaperspaceApiVersion, int> ApisAndCounts { get; } =
        [(PaperspaceApiVersion.Core, 1), (PaperspaceApiVersion.Core, 4), (PaperspaceApiVersion.V1, 1), (PaperspaceApiVersion.V1, 4)];

    [Theory]
    [MemberData(nameof(ApisAndCounts))]
    public async Task A_new_machine_that_is_not_visible_yet_is_awaited(PaperspaceApiVersion api, int machines)
    {
        using var account = Account(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(10) } });
        var operations = new List<Operation>();
        for (var i = 0; i < machines; i++) operations.Add(await CreateAsync(account, $"new-{i}"));

        var endings = await account.WaitAsync(operations);

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_new_machine_that_never_appears_is_a_timeout_and_not_a_deletion(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromHours(1) } });

        var ending = await account.WaitAsync(await CreateAsync(account, "new"), new() { Timeout = TimeSpan.FromMinutes(2) });

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
        Assert.Equal(OperationStatus.Unknown, ending.Result.Status);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_new_machine_that_is_not_visible_yet_is_deleted(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(10) } });
        var operation = await CreateAsync(account, "new");

        var deletion = await account.Client.Machines.DeleteAsync(operation.ResourceId, null, WaitUntil.Completed, default);

        Assert.Null((await account.WaitAsync(deletion)).Result.Error);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_new_machine_that_cannot_be_found_to_be_deleted_is_an_unknown_outcome(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromMinutes(5) } });
        var operation = await CreateAsync(account, "new");

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.DeleteAsync(operation.ResourceId, null, WaitUntil.Started, default));

        Assert.Equal((PaperspaceErrorReason.OutcomeUnknown, RequestOutcome.Unknown), (error.Reason, error.Outcome));
        Assert.Contains("was created moments ago", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_machine_that_is_not_there_is_deleted_with_an_error_at_once(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions());

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.DeleteAsync("psnothere", null, WaitUntil.Started, default));

        Assert.Equal((PaperspaceErrorReason.MachineNotFound, RequestOutcome.Refused), (error.Reason, error.Outcome));
        Assert.Equal(TimeSpan.Zero, account.Clock.Elapsed);
    }

    public static TheoryData<PaperspaceApiVersion, string, string, int, int> Lags { get; } =
    [
        .. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 }
           from action in new[] { ("start", "off"), ("stop", "ready"), ("restart", "ready") }
           from lag in new[] { (2, 0), (9, 0), (0, 9), (9, 4) }
           select (api, action.Item1, action.Item2, lag.Item1, lag.Item2),
    ];

    [Theory]
    [MemberData(nameof(Lags))]
    public async Task A_state_or_an_event_that_comes_late_is_awaited(
        PaperspaceApiVersion api, string action, string from, int state, int events)
    {
        foreach (var machines in new[] { 1, 4 })
        {
            using var account = Account(
                api,
                new SimulatorOptions { Lag = new() { State = TimeSpan.FromSeconds(state), Events = TimeSpan.FromSeconds(events) } },
                [.. Enumerable.Repeat(from, machines)]);
            account.Clock.Advance(TimeSpan.FromMinutes(1));
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync(action, $"m{i}"));

            var endings = await account.WaitAsync(operations);

            Assert.All(endings, ending => Assert.Equal(action == "stop" ? "off" : "ready", ending.Machine.State));
            Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.FromSeconds(85), TimeSpan.FromSeconds(170)));
        }
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "start", "off", "stop")]
    [InlineData(PaperspaceApiVersion.V1, "start", "off", "stop")]
    [InlineData(PaperspaceApiVersion.Core, "stop", "ready", "start")]
    [InlineData(PaperspaceApiVersion.V1, "stop", "ready", "start")]
    public async Task A_later_action_of_somebody_else_ends_the_wait(PaperspaceApiVersion api, string action, string from, string later)
    {
        foreach (var machines in new[] { 1, 4 })
        {
            using var account = Account(api, new SimulatorOptions(), [.. Enumerable.Repeat(from, machines)]);
            account.Clock.Advance(TimeSpan.FromMinutes(1));
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync(action, $"m{i}"));
            account.Clock.Advance(TimeSpan.FromMinutes(5));
            for (var i = 0; i < machines; i++) await account.ActAsync(later, $"m{i}");

            var endings = await account.WaitAsync(operations);

            Assert.All(endings, ending => Assert.Equal(PaperspaceErrorReason.MachineActionCancelled, ending.Error.Reason));
            Assert.All(endings, ending => Assert.Contains($"a later '{later}' followed the '{action}'", ending.Error.Message, StringComparison.Ordinal));
            Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.Zero, TimeSpan.FromMinutes(9)));
        }
    }

    [Fact]
    public async Task A_start_that_is_done_and_stays_off_has_no_capacity()
    {
        using var account = Account(PaperspaceApiVersion.V1, new SimulatorOptions(), "off");
        account.Traffic.Retouch = machine =>
        {
            if (machine["state"] is not null) machine["state"] = "off";
        };

        var ending = await account.WaitAsync(await account.ActAsync("start", "m0"));

        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, ending.Error.Reason);
        Assert.InRange(ending.At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
    }

    [Theory]
    [MemberData(nameof(ApisAndCounts))]
    public async Task One_404_does_not_mean_that_a_machine_was_deleted(PaperspaceApiVersion api, int machines)
    {
        foreach (var action in new[] { "restart", "deactivate" })
        {
            using var account = Account(api, new SimulatorOptions(), [.. Enumerable.Repeat("ready", machines)]);
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync(action, $"m{i}"));
            account.Clock.Advance(TimeSpan.FromSeconds(5));
            account.Simulator.Inject(new SimulatedFault
            {
                Path = api == PaperspaceApiVersion.V1 ? "/machines/m0$" : "getMachinePublic",
                Method = "GET",
                Status = 404,
                HasApiBody = true,
            });

            var endings = await account.WaitAsync(operations);

            Assert.All(endings, ending => Assert.Null(ending.Result.Error));
            if (action == "deactivate") Assert.All(endings, ending => Assert.Null(account.Truth(ending.MachineId)));
            else Assert.All(endings, ending => Assert.Equal("ready", account.StateOf(ending.MachineId)));
        }
    }

    [Theory]
    [MemberData(nameof(ApisAndCounts))]
    public async Task A_machine_that_is_not_found_while_its_deletion_is_in_progress_may_come_back(PaperspaceApiVersion api, int machines)
    {
        foreach (var (lag, jitter) in new[] { (0, 0), (0, 0.3), (4, 0), (10, 0.3) })
        {
            var options = new SimulatorOptions
            {
                FailedDeletions = 1,
                Jitter = jitter,
                Lag = new() { State = TimeSpan.FromSeconds(lag), Events = TimeSpan.FromSeconds(lag) },
            };
            using var account = Account(api, options, [.. Enumerable.Repeat("ready", machines)]);
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync("deactivate", $"m{i}"));

            var endings = await account.WaitAsync(operations);

            Assert.All(endings, ending => Assert.Equal(PaperspaceErrorReason.MachineActionFailed, ending.Error.Reason));
            Assert.All(endings, ending => Assert.NotNull(account.Truth(ending.MachineId)));
        }
    }

    [Theory]
    [MemberData(nameof(ApisAndCounts))]
    public async Task A_deletion_that_is_faster_than_usual_is_awaited_for_less_than_a_minute(PaperspaceApiVersion api, int machines)
    {
        var durations = new TransitionDurations { Deactivate = TimeSpan.FromSeconds(3), BillSessions = TimeSpan.FromSeconds(1) };
        using var account = Account(
            api, new SimulatorOptions { Durations = durations, LostEvents = 1 }, [.. Enumerable.Repeat("ready", machines)]);
        var operations = new List<Operation>();
        for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync("deactivate", $"m{i}"));

        var endings = await account.WaitAsync(operations);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60)));
    }

    public static TheoryData<PaperspaceApiVersion, string, int> Pages { get; } =
    [
        .. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 }
           from fault in new[] { "page 403", "page 404", "page 200", "json 404", "json 500" }
           from times in fault == "json 404" ? new[] { 1, 2 } : [1, 8]
           select (api, fault, times),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_list_that_fails_or_is_a_page_ends_no_wait(PaperspaceApiVersion api, string fault, int times)
    {
        using var account = Account(api, new SimulatorOptions(), [.. Enumerable.Repeat("off", 5)]);
        var operations = new List<Operation>();
        for (var i = 0; i < 5; i++) operations.Add(await account.ActAsync("start", $"m{i}"));
        var status = int.Parse(fault.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        account.Simulator.Inject(
            (fault.StartsWith("page", StringComparison.Ordinal)
                ? SimulatedFault.ProxyPage(status)
                : new SimulatedFault { Status = status, HasApiBody = true }) with
            {
                Times = times,
                Path = "getMachines$|/machines$|machine-events$",
                Method = "GET",
            });

        var endings = await account.WaitAsync(operations);

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_page_in_place_of_one_machine_never_ends_its_wait(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions(), "off");
        var operation = await account.ActAsync("start", "m0");
        account.Simulator.Inject(SimulatedFault.ProxyPage() with { Times = 8, Method = "GET" });

        Assert.Equal("ready", (await account.WaitAsync(operation)).Machine.State);
    }

    [Theory]
    [MemberData(nameof(Lags))]
    public async Task The_state_decides_when_the_event_is_lost(
        PaperspaceApiVersion api, string action, string from, int state, int events)
    {
        foreach (var machines in new[] { 1, 4 })
        {
            using var account = Account(
                api,
                new SimulatorOptions
                {
                    LostEvents = 1,
                    Lag = new() { State = TimeSpan.FromSeconds(state), Events = TimeSpan.FromSeconds(events) },
                },
                [.. Enumerable.Repeat(from, machines)]);
            account.Clock.Advance(TimeSpan.FromMinutes(1));
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync(action, $"m{i}"));

            var endings = await account.WaitAsync(operations);

            Assert.All(endings, ending => Assert.Equal(action == "stop" ? "off" : "ready", ending.Machine.State));
            Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.FromSeconds(80), TimeSpan.FromSeconds(300)));
            Assert.All(endings, ending => Assert.Equal(action == "restart", ending.Warning is not null));
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_wait_without_a_failed_poll_tells_of_none(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions(), "off");
        var operation = await account.ActAsync("start", "m0");

        var ending = await account.WaitAsync(operation, new() { Timeout = TimeSpan.FromSeconds(7) });

        Assert.DoesNotContain("The last poll failed", ending.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ApisAndCounts))]
    public async Task A_poll_that_is_in_flight_at_the_time_limit_may_end(PaperspaceApiVersion api, int machines)
    {
        for (var limit = 31.0; limit < 45; limit += 0.7)
        {
            using var account = Account(api, new SimulatorOptions(), [.. Enumerable.Repeat("off", machines)]);
            var operations = new List<Operation>();
            for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync("start", $"m{i}"));
            account.Traffic.Before = (_, token) => Task.Delay(TimeSpan.FromSeconds(1), account.Clock, token);

            var endings = await account.WaitAsync(operations, new() { Timeout = TimeSpan.FromSeconds(limit) });

            // A start takes 30 seconds here.
            Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
            Assert.All(endings, ending => Assert.InRange(ending.At.TotalSeconds, 30, limit + 10));
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_operation_can_join_a_wait_that_runs(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions(), "off", "off", "off");
        using var wait = account.Client.Machines.WaitFor(
            [await account.ActAsync("start", "m0")], new() { Timeout = TimeSpan.FromSeconds(60) });
        var ended = new Dictionary<string, (TimeSpan At, Operation Operation)>(StringComparer.Ordinal);
        for (var joined = 1; await wait.NextAsync(TestContext.Current.CancellationToken) is { } page;)
        {
            foreach (var operation in page) ended.Add(operation.MachineId!, (account.Clock.Elapsed, operation));
            if (joined < 3 && account.Clock.Elapsed > TimeSpan.FromSeconds(20 * joined))
                wait.Add(await account.ActAsync("start", $"m{joined++}"));
        }

        Assert.Equal(["m0", "m1", "m2"], ended.Keys);
        Assert.All(ended.Values, end => Assert.Equal(OperationStatus.Succeeded, end.Operation.Status));
        Assert.InRange(ended["m2"].At - ended["m0"].At, TimeSpan.FromSeconds(35), TimeSpan.FromSeconds(60));
        Assert.Equal((3, 3), (wait.Progress.Total, wait.Progress.Ended));
        Assert.Null(await wait.NextAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_operation_that_joins_late_has_the_time_limit_to_itself(PaperspaceApiVersion api)
    {
        using var account = Account(api, new SimulatorOptions(), "off", "off");
        using var wait = account.Client.Machines.WaitFor([Operation.ForState("m0", "ready")], new() { Timeout = TimeSpan.FromSeconds(30) });
        var ended = new List<(string Id, double At)>();
        for (var hasJoined = false; await wait.NextAsync(TestContext.Current.CancellationToken) is { } page;)
        {
            foreach (var operation in page) ended.Add((operation.MachineId!, account.Clock.Elapsed.TotalSeconds));
            if (hasJoined || account.Clock.Elapsed < TimeSpan.FromSeconds(20)) continue;
            hasJoined = true;
            wait.Add(Operation.ForState("m1", "ready"));
        }

        Assert.Equal(["m0", "m1"], ended.Select(end => end.Id));
        Assert.Equal(30, ended[0].At);
        Assert.InRange(ended[1].At, 50, 56);
    }

    private static Task<Operation> CreateAsync(TestAccount account, string name)
    {
        var options = Tests.Support.Requests.Smallest();
        options.Name = name;
        return account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default);
    }

    private static TestAccount Account(PaperspaceApiVersion api, SimulatorOptions options, params string[] states) =>
        new(options with { Seeds = TestAccount.Seeds(states) }, api);
}
