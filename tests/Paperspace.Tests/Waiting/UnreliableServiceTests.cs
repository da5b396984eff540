using Paperspace.Simulator;
using Paperspace.Tests.Support;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Thousands of actions on accounts whose requests fail, whose readings lag and whose events are lost: each operation ends once,
/// none falsely succeeded or failed, and none is forgotten.</summary>
public sealed class UnreliableServiceTests
{
    private static readonly string[] Actions = ["start", "stop", "restart", "deactivate", "create"];

    private static readonly SimulatedFault[] Faults =
    [
        new() { Status = 500 }, new() { Status = 503 }, new() { Status = 429, RetryAfter = TimeSpan.FromSeconds(2) },
        new() { DropsConnection = true }, SimulatedFault.ProxyPage(), SimulatedFault.ProxyPage(404), SimulatedFault.ProxyPage(200),
        new() { CutsBody = true }, new() { Status = 404, HasApiBody = true, Path = "machine-events$" },
    ];

    public static TheoryData<PaperspaceApiVersion, int> Accounts { get; } =
    [
        .. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 }
           from seed in Enumerable.Range(1, 20)
           select (api, seed),
    ];

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_action_is_reported_once_and_correctly(PaperspaceApiVersion api, int seed)
    {
        var random = new Random(seed);
        var machines = new[] { 1, 3, 30, 150 }[seed % 4];
        var states = Enumerable.Range(0, machines).Select(_ => random.Next(2) == 0 ? "off" : "ready").ToArray();
        using var account = new TestAccount(
            new SimulatorOptions
            {
                RandomSeed = seed,
                Seeds = TestAccount.Seeds(states),
                Jitter = 0.3,
                Lag = new()
                {
                    Creation = TimeSpan.FromSeconds(random.Next(11)),
                    Removal = TimeSpan.FromSeconds(random.Next(11)),
                    State = TimeSpan.FromSeconds(random.Next(11)),
                    Events = TimeSpan.FromSeconds(random.Next(11)),
                },
                LostEvents = random.Next(2) * 0.3,
                ShuffledEvents = random.Next(2) * 0.5,
            },
            api);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var operations = new List<Operation>();
        for (var i = 0; i < machines; i++)
            operations.Add(await ActAsync(account, Actions[random.Next(Actions.Length)], $"m{i}", states[i]));
        var isFaulty = true;
        foreach (var fault in Faults)
            account.Simulator.Inject(fault with
            {
                Method = "GET",
                Probability = 0.3 / Faults.Length,
                Times = int.MaxValue,
                When = _ => isFaulty,
            });

        var ended = new List<Operation>();
        using var wait = account.Client.Machines.WaitFor(operations, new() { Timeout = TimeSpan.FromMinutes(20) });
        while (await wait.NextAsync(TestContext.Current.CancellationToken) is { } page) ended.AddRange(page);

        Assert.Equal(operations.Count, ended.Distinct().Count());
        Assert.Equal(operations.Count, ended.Count);
        // After more than any lag, the account shows the truth.
        isFaulty = false;
        account.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.All(ended, operation =>
        {
            Assert.Null(operation.Error);
            Assert.Equal(OperationStatus.Succeeded, operation.Status);
            Assert.Equal(operation.IsRemoval ? null : operation.TargetState, account.StateOf(operation.MachineId!));
        });
        Assert.Equal((operations.Count, operations.Count), (wait.Progress.Total, wait.Progress.Ended));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_request_that_fails_says_whether_it_may_have_been_carried_out(PaperspaceApiVersion api, int seed)
    {
        var random = new Random(seed);
        var machines = new[] { 1, 3, 20, 60 }[seed % 4];
        var states = Enumerable.Range(0, machines).Select(_ => random.Next(2) == 0 ? "off" : "ready").ToArray();
        using var account = new TestAccount(
            new SimulatorOptions
            {
                RandomSeed = seed,
                Seeds = TestAccount.Seeds(states),
                Jitter = 0.3,
                Lag = new() { State = TimeSpan.FromSeconds(random.Next(11)), Events = TimeSpan.FromSeconds(random.Next(11)) },
            },
            api);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var isFaulty = true;
        foreach (var fault in Faults.Where(fault => fault.Path is null))
            // A limit of requests and a firewall reject what has not been processed.
            foreach (var afterEffect in fault.Status is 403 or 429 ? new[] { false } : [false, true])
                account.Simulator.Inject(fault with
                {
                    AfterEffect = afterEffect,
                    Probability = 0.3 / Faults.Length,
                    Times = int.MaxValue,
                    When = _ => isFaulty,
                });

        var operations = new List<Operation>();
        var failures = new List<(string Id, string Target, PaperspaceException Error)>();
        for (var i = 0; i < machines; i++)
        {
            var (action, target) = states[i] == "off" ? ("start", "ready") : ("stop", "off");
            try
            {
                operations.Add(await account.ActAsync(action, $"m{i}"));
            }
            catch (PaperspaceException error)
            {
                failures.Add(($"m{i}", target, error));
            }
        }

        var ended = (await Pages.ReadAsync(account.Client.Machines.WaitFor(operations, new() { Timeout = TimeSpan.FromMinutes(20) }))).Items;

        isFaulty = false;
        account.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(operations.Count, ended.Distinct().Count());
        Assert.All(ended, operation => Assert.Null(operation.Error));
        Assert.All(ended, operation => Assert.Equal(operation.TargetState, account.StateOf(operation.MachineId!)));
        Assert.All(
            failures.Where(failure => account.StateOf(failure.Id) == failure.Target),
            failure => Assert.Equal(RequestOutcome.Unknown, failure.Error.Outcome));
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_deletion_ends_as_it_did_even_if_its_machine_comes_back(PaperspaceApiVersion api, int seed)
    {
        var random = new Random(seed);
        var machines = new[] { 1, 3, 20, 60 }[seed % 4];
        var losesEvents = random.Next(2) == 0;
        using var account = new TestAccount(
            new SimulatorOptions
            {
                RandomSeed = seed,
                Seeds = TestAccount.Seeds([.. Enumerable.Repeat("ready", machines)]),
                Jitter = 0.3,
                FailedDeletions = 0.3,
                LostEvents = losesEvents ? 0.3 : 0,
                Lag = new()
                {
                    Removal = TimeSpan.FromSeconds(random.Next(11)),
                    State = TimeSpan.FromSeconds(random.Next(11)),
                    Events = TimeSpan.FromSeconds(random.Next(11)),
                },
            },
            api);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        var operations = new List<Operation>();
        for (var i = 0; i < machines; i++) operations.Add(await account.ActAsync("deactivate", $"m{i}"));
        // One reading of ten is wrong, never two in a row.
        var (isFaulty, readings) = (true, 0);
        account.Simulator.Inject(new()
        {
            Method = "GET",
            Status = 404,
            HasApiBody = true,
            Path = api == PaperspaceApiVersion.V1 ? "/machines/" : "getMachinePublic",
            Times = int.MaxValue,
            When = _ => isFaulty && Interlocked.Increment(ref readings) % 10 == 0,
        });

        var ended = (await Pages.ReadAsync(account.Client.Machines.WaitFor(operations, new() { Timeout = TimeSpan.FromMinutes(20) }))).Items;

        isFaulty = false;
        account.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(operations.Count, ended.Distinct().Count());
        Assert.Equal(operations.Count, ended.Count);
        Assert.All(ended, operation =>
        {
            var exists = account.Truth(operation.MachineId!) is not null;
            if (operation.Status == OperationStatus.Unknown)
            {
                // Without its event, a deletion that failed looks like one that has not begun.
                Assert.True(losesEvents && exists);
                Assert.Equal(PaperspaceErrorReason.WaitTimeout, operation.Error!.Reason);
                return;
            }

            Assert.Equal(exists ? OperationStatus.Failed : OperationStatus.Succeeded, operation.Status);
            Assert.Equal(exists ? PaperspaceErrorReason.MachineActionFailed : null, operation.Error?.Reason);
        });
    }

    private static Task<Operation> ActAsync(TestAccount account, string action, string machineId, string state)
    {
        if (action == "create")
        {
            var options = Requests.Smallest();
            options.Name = $"new-{machineId}";
            return account.Client.Machines.CreateAsync(options, WaitUntil.Completed, default);
        }

        // A machine that is off cannot be restarted.
        return account.ActAsync(action == "restart" && state == "off" ? "start" : action, machineId);
    }
}
