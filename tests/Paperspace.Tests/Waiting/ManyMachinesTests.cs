using Newtonsoft.Json.Linq;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Many machines in one wait.</summary>
public sealed class ManyMachinesTests
{
    [Fact]
    public async Task Each_of_many_machines_ends_independently()
    {
        using var account = new TestAccount("off", "ready", "ready", "off", "ready", "ready", "ready", "starting");
        account.Simulator.FailNextStart("m3");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"),
            await account.ActAsync("stop", "m1"),
            await account.ActAsync("restart", "m2"),
            await account.ActAsync("start", "m3"),
            await account.ActAsync("deactivate", "m4"),
            await account.ActAsync("start", "m5"),
            await account.ActAsync("restart", "m6"),
            Operation.ForState("m7", "serviceready"),
        ];
        account.Clock.Advance(TimeSpan.FromSeconds(3));
        account.Simulator.RemoveAbruptly("m6");

        var endings = (await account.WaitAsync(conditions)).ToDictionary(ending => ending.MachineId);

        Assert.Equal("start done", endings["m0"].Machine.LastEvent!.ToString());
        Assert.Equal("stop done", endings["m1"].Machine.LastEvent!.ToString());
        Assert.Equal("restart done", endings["m2"].Machine.LastEvent!.ToString());
        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, endings["m3"].Error.Reason);
        Assert.Null(endings["m4"].Result.Error);
        Assert.Equal(TimeSpan.FromSeconds(3), endings["m5"].At);
        Assert.Equal(PaperspaceErrorReason.MachineVanished, endings["m6"].Error.Reason);
        Assert.True(endings["m7"].Machine.IsRunning);
        Assert.InRange(endings["m0"].At, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(34));
        Assert.InRange(endings["m1"].At, TimeSpan.FromSeconds(68), TimeSpan.FromSeconds(73));
        Assert.InRange(endings["m2"].At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(45));
    }

    [Fact]
    public async Task Several_machines_are_polled_by_lists()
    {
        using var account = new TestAccount("off", "off", "off");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1"), await account.ActAsync("start", "m2"),
        ];
        account.Traffic.Forget();

        await account.WaitAsync(conditions);

        Assert.Equal(3, account.Traffic.Shows);
        Assert.Equal(account.Traffic.Rounds, account.Traffic.Lists);
    }

    [Fact]
    public async Task Two_machines_of_a_huge_account_are_read_one_by_one()
    {
        using var account = new TestAccount(new SimulatorOptions { Machines = 4998, Seeds = TestAccount.Seeds("ready") });
        var last = await LastOfAsync(account);
        Operation[] conditions = [await account.ActAsync("restart", "m0"), await account.ActAsync("restart", last)];
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.Equal(2, account.Traffic.Lists);
        Assert.InRange(account.Traffic.Shows, 1, 2 * account.Traffic.Rounds);
    }

    [Fact]
    public async Task Many_machines_of_a_huge_account_are_found_on_all_its_pages()
    {
        using var account = new TestAccount(new SimulatorOptions { Machines = 3500 });
        var ids = new List<string>();
        using (var listing = account.Client.Machines.List())
            while (await listing.NextAsync(default) is { } page)
                ids.AddRange(page.Where((_, index) => index % 100 == 0).Select(machine => machine.Id));
        var conditions = new List<Operation>();
        foreach (var id in ids)
            conditions.Add(await account.ActAsync("restart", id));
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(35, endings.Count);
        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.InRange(account.Traffic.Lists, account.Traffic.Rounds, 4 * account.Traffic.Rounds);
        Assert.InRange(account.Traffic.Shows, 35, 35 + account.Traffic.Rounds);
    }

    [Fact]
    public async Task A_repeated_id_is_awaited_once_and_reported_each_time()
    {
        using var account = new TestAccount("ready", "ready");
        var restart = await account.ActAsync("restart", "m0");
        Operation[] conditions =
        [
            restart, restart, Operation.ForState("m0", "serviceready"), Operation.ForState(" m0 ", "ready"),
        ];
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(4, endings.Count);
        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.Equal(account.Traffic.Rounds, account.Traffic.Exchanges.Count);
    }

    [Fact]
    public async Task One_machine_can_be_awaited_in_two_states()
    {
        using var account = new TestAccount("ready", "off");
        var stop = await account.ActAsync("stop", "m0");
        using var wait = account.Client.Machines.WaitFor(
            [Operation.ForState("m0", "ready"), stop, Operation.ForState("m1", "off")],
            new());
        var ended = new List<string>();
        while (await wait.NextAsync(default) is { } results)
        {
            ended.AddRange(results.Select(result => $"{result.MachineId} {result.Machine!.State}"));
            if (ended.Contains("m0 off"))
                await account.DoAsync("start", "m0");
        }

        Assert.Equal(["m1 off", "m0 off", "m0 ready"], ended);
    }

    [Fact]
    public async Task A_machine_missed_between_two_pages_is_not_reported_as_deleted()
    {
        using var account = new TestAccount("ready", "ready", "ready", "ready");
        var conditions = new List<Operation>();
        for (var i = 0; i < 4; i++)
            conditions.Add(await account.ActAsync("restart", $"m{i}"));
        var lists = 0;
        // Every list lacks another machine, as when those before it are removed while the pages are read.
        account.Traffic.RetouchList = (page, _) => page.RemoveAt(lists++ % 4);
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.InRange(account.Traffic.Shows, 4, 4 + account.Traffic.Rounds);
    }

    [Fact]
    public async Task Pages_that_shift_while_they_are_read_lose_no_machine()
    {
        using var account = new TestAccount(
            new SimulatorOptions { Machines = 2500, Seeds = TestAccount.Seeds("ready", "ready", "ready", "ready", "ready") });
        var last = await LastOfAsync(account);
        var conditions = new List<Operation> { await account.ActAsync("restart", last) };
        for (var i = 0; i < 4; i++)
            conditions.Add(await account.ActAsync("restart", $"m{i}"));
        var others = new Queue<string>();
        using (var listing = account.Client.Machines.List())
            foreach (var machine in (await listing.NextAsync(default))!.Skip(100))
                others.Enqueue(machine.Id);
        account.Traffic.Before = (exchange, _) =>
        {
            if (exchange.IsList)
                account.Simulator.RemoveAbruptly(others.Dequeue());
            return Task.CompletedTask;
        };

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
    }

    [Fact]
    public async Task Machines_that_no_list_has_are_read_from_time_to_time()
    {
        using var account = new TestAccount("ready", "ready", "ready");
        var conditions = new List<Operation>();
        for (var i = 0; i < 3; i++)
            conditions.Add(await account.ActAsync("restart", $"m{i}"));
        account.Traffic.RetouchList = (page, _) => page.RemoveAll();
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.All(endings, ending => Assert.InRange(account.Traffic.ShowsOf(ending.MachineId), 2, 5));
    }

    [Fact]
    public async Task A_list_that_repeats_a_page_still_reports_its_machines()
    {
        using var account = new TestAccount(new SimulatorOptions { Machines = 1200, Seeds = TestAccount.Seeds("ready", "ready", "ready") });
        Operation[] conditions =
        [
            await account.ActAsync("restart", "m0"),
            await account.ActAsync("restart", "m1"),
            Operation.ForState("unknown", "ready"),
        ];
        JArray? first = null;
        account.Traffic.RetouchList = (page, skip) =>
        {
            first ??= (JArray)page.DeepClone();
            if (skip == 0)
                return;
            page.RemoveAll();
            foreach (var machine in first)
                page.Add(machine.DeepClone());
        };

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal(2, endings.Count(ending => ending.Result.Error is null));
    }

    [Fact]
    public async Task An_empty_wait_ends_at_once()
    {
        using var account = new TestAccount("ready");

        Assert.Empty(await account.WaitAsync([]));
        Assert.Empty(account.Traffic.Exchanges);
    }

    [Fact]
    public async Task Progress_counts_machines_by_state()
    {
        using var account = new TestAccount("off", "off", "ready", "ready");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1"), await account.ActAsync("stop", "m2"),
            Operation.ForState("m3", "ready"),
        ];
        using var wait = account.Client.Machines.WaitFor(conditions, new());
        Assert.Equal((4, 0), (wait.Progress.Total, wait.Progress.Ended));
        Assert.Equal(1, wait.Progress.States["unknown"]);

        var seen = new HashSet<string>();
        while (await wait.NextAsync(default) is not null)
        {
            var progress = wait.Progress;
            Assert.Equal(4, progress.Total);
            Assert.Equal(4 - progress.Ended, progress.States.Values.Sum());
            Assert.Equal(account.Clock.Elapsed, progress.Elapsed);
            Assert.Null(progress.LastFailure);
            seen.UnionWith(progress.States.Select(state => $"{state.Value} {state.Key}"));
        }

        Assert.Equal(4, wait.Progress.Ended);
        Assert.Superset(new HashSet<string> { "2 starting", "1 stopping", "2 off", "1 ready" }, seen);
    }

    private static async Task<string> LastOfAsync(TestAccount account)
    {
        using var listing = account.Client.Machines.List();
        var last = "";
        while (await listing.NextAsync(default) is { } page)
            last = page.Count > 0 ? page[^1].Id : last;
        return last;
    }
}
