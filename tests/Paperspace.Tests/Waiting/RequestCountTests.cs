using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>
/// A thousand machines cost at most two requests a round of polls and two shows each, the one before the action included. A plain wait
/// asks for each in every round.
/// </summary>
public sealed class RequestCountTests
{
    private const int Machines = 1000;

    [Theory]
    [InlineData("start", "off", 1)]
    [InlineData("stop", "ready", 1)]
    [InlineData("restart", "ready", 1)]
    [InlineData("start", "off", 60)]
    [InlineData("stop", "ready", 60)]
    [InlineData("restart", "ready", 60)]
    [InlineData("start", "ready", 1)]
    [InlineData("stop", "off", 1)]
    public async Task A_thousand_machines_after_an_action(string action, string from, double speed)
    {
        using var account = Account(from, speed);
        var conditions = await ActAsync(account, action);
        AssertCounts(account, shows: Machines);

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        AssertCounts(account, shows: 2 * Machines);
        Assert.All(conditions, condition => Assert.InRange(account.Traffic.ShowsOf(condition.MachineId!), 1, 2));
    }

    [Theory]
    [InlineData("start", "off", "ready")]
    [InlineData("stop", "ready", "off")]
    [InlineData("restart", "ready", "ready")]
    public async Task A_thousand_machines_without_a_baseline(string action, string from, string to)
    {
        using var account = Account(from);
        for (var i = 0; i < Machines; i++)
            await account.DoAsync(action, $"m{i}");

        var endings = await account.WaitAsync([.. Enumerable.Range(0, Machines).Select(i => Operation.ForState($"m{i}", to))]);

        Assert.All(endings, ending => Assert.Equal($"{action} done", ending.Machine.LastEvent!.ToString()));
        AssertCounts(account, shows: 2 * Machines);
        Assert.All(endings, ending => Assert.InRange(account.Traffic.ShowsOf(ending.MachineId), 1, 2));
    }

    [Fact]
    public async Task A_thousand_machines_that_are_there_already()
    {
        using var account = Account("ready");

        await account.WaitAsync([.. Enumerable.Range(0, Machines).Select(i => Operation.ForState($"m{i}", "ready"))]);

        AssertCounts(account, shows: Machines);
        Assert.Equal(1, account.Traffic.Lists);
    }

    [Theory]
    [InlineData("restart", 20)]
    [InlineData("stop", 20)]
    [InlineData("restart", 2)]
    [InlineData("deactivate", 2)]
    public async Task A_thousand_machines_that_take_their_time_and_differ(string action, int staleSeconds)
    {
        using var account = new TestAccount(new SimulatorOptions
        {
            Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", Machines)),
            StaleFor = TimeSpan.FromSeconds(staleSeconds),
            Jitter = 0.3,
        });
        var conditions = await ActAsync(account, action);

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        // What is tried out counts as the second request of its round.
        Assert.InRange(
            account.Traffic.Exchanges.Count(exchange => exchange.IsShow || exchange.IsList),
            0,
            (2 * account.Traffic.Rounds) + (2 * Machines));
    }

    [Fact]
    public async Task A_thousand_machines_of_a_larger_account()
    {
        using var account = new TestAccount(
            new SimulatorOptions { Machines = 500, Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", Machines)) });
        var ids = new List<string>();
        using (var listing = account.Client.Machines.List(skip: 500))
            while (await listing.NextAsync(default) is { } page)
                ids.AddRange(page.Select(machine => machine.Id));
        var conditions = new List<Operation>();
        foreach (var id in ids)
            conditions.Add(await account.ActAsync("restart", id));
        account.Traffic.Forget();

        await account.WaitAsync(conditions);

        Assert.Equal(Machines, account.Traffic.Shows);
        Assert.InRange(account.Traffic.Lists, 0, 2 * account.Traffic.Rounds);
    }

    [Fact]
    public async Task A_thousand_machines_of_which_half_fail()
    {
        using var account = Account("off");
        for (var i = 0; i < Machines; i += 2)
            account.Simulator.FailNextStart($"m{i}");
        var conditions = await ActAsync(account, "start");

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(Machines / 2, endings.Count(ending => ending.Result.Error?.Reason == PaperspaceErrorReason.InsufficientCapacity));
        AssertCounts(account, shows: 2 * Machines);
    }

    [Fact]
    public async Task A_thousand_machines_that_never_are_ready_cost_one_read_each_at_the_time_limit()
    {
        using var account = Account("off");

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, Machines).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.FromMinutes(2) });

        Assert.All(
            endings,
            ending => Assert.Contains("is still 'off' after 2 min (last event: stop, done)", ending.Error.Message, StringComparison.Ordinal));
        Assert.InRange(account.Traffic.Exchanges.Count, 0, (2 * account.Traffic.Rounds) + (2 * Machines));
    }

    [Fact]
    public async Task A_plain_wait_asks_for_each_machine_in_every_round()
    {
        using var account = new TestAccount("off");
        await account.DoAsync("start", "m0");

        await account.PlainWaitAsync("m0", "ready");

        Assert.Equal(7, account.Traffic.Shows);
    }

    [Fact]
    public async Task The_looks_are_few_at_once()
    {
        using var account = new TestAccount(new SimulatorOptions
        {
            Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", Machines)),
            Latency = TimeSpan.FromMilliseconds(20),
        });

        await account.WaitAsync([.. Enumerable.Range(0, Machines).Select(i => Operation.ForState($"m{i}", "ready"))]);

        Assert.InRange(account.Simulator.Requests.MostInFlight, 1, 16);
    }

    private static TestAccount Account(string state, double speed = 1) =>
        new(new SimulatorOptions { Speed = speed, Seeds = TestAccount.Seeds(Enumerable.Repeat(state, Machines)) });

    private static async Task<IReadOnlyCollection<Operation>> ActAsync(TestAccount account, string action)
    {
        var conditions = new List<Operation>();
        for (var i = 0; i < Machines; i++)
            conditions.Add(await account.ActAsync(action, $"m{i}"));
        return conditions;
    }

    private static void AssertCounts(TestAccount account, int shows)
    {
        Assert.InRange(account.Traffic.Shows, 0, shows);
        Assert.InRange(account.Traffic.Lists, 0, 2 * account.Traffic.Rounds);
        // The simulator's own count agrees.
        Assert.Equal(account.Traffic.Shows, account.Simulator.Requests["GET /machines/getMachinePublic"].Total);
        Assert.Equal(account.Traffic.Lists, account.Simulator.Requests["GET /machines/getMachines"].Total);
    }
}
