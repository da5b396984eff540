using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>When polls are made, and what happens when one fails.</summary>
public sealed class PollTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_pauses_grow_from_one_second_to_five(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);

        await account.WaitAsync(NeverReady(machines), new() { Timeout = TimeSpan.FromSeconds(24) });

        Assert.Equal([0, 1, 2.5, 4.75, 8.125, 13.125, 18.125, 23.125, 24], Polls(account));
    }

    [Theory]
    [InlineData(0.5, new[] { 0, 0.5, 1, 1.5, 2, 2.5, 3 })]
    [InlineData(2, new[] { 0, 1, 2.5, 3 })]
    [InlineData(60, new[] { 0, 1, 2.5, 3 })]
    public async Task The_longest_pause_can_be_set(double seconds, double[] expected)
    {
        using var account = new TestAccount("off");

        await account.WaitAsync(NeverReady(1), new() { Timeout = TimeSpan.FromSeconds(3), PollInterval = TimeSpan.FromSeconds(seconds) });

        Assert.Equal(expected, Polls(account));
    }

    [Theory]
    [InlineData(1, "getMachinePublic")]
    [InlineData(3, "getMachines")]
    public async Task The_API_can_ask_for_a_longer_pause(int machines, string route)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        account.Simulator.Inject(new SimulatedFault { Path = route, Status = 429, RetryAfter = TimeSpan.FromSeconds(17) });

        await account.WaitAsync(NeverReady(machines), new() { Timeout = TimeSpan.FromSeconds(20) });

        Assert.Equal([0, 17, 18.5, 20], Polls(account));
    }

    [Fact]
    public async Task A_delay_that_is_longer_than_what_is_left_ends_with_the_time_limit_and_a_last_read()
    {
        using var account = new TestAccount("off");
        account.Simulator.Inject(
            new SimulatedFault
            {
                Status = 429,
                RetryAfter = TimeSpan.FromHours(1),
                Body = """{"message":"Slow down"}""",
            });

        var ending = await account.WaitAsync(Operation.ForState("m0", "ready"), new() { Timeout = TimeSpan.FromSeconds(20) });

        // The last look before the limit is made all the same.
        Assert.Equal([0, 20], Polls(account));
        Assert.Equal(TimeSpan.FromSeconds(20), ending.At);
        Assert.Matches(
            @"^Machine m0 \(machine-0\) is still 'off' after 20 s \(last event: stop, done\)\. The "
                + @"last poll failed: Paperspace responded with 429 to GET /machines/getMachinePublic: Slow down\. The API asks to try again "
                + @"after \d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ\.$",
            ending.Error.Message);
    }

    private static readonly Dictionary<string, SimulatedFault> Faults = new()
    {
        ["500"] = new() { Status = 500 },
        ["503"] = new() { Status = 503 },
        ["a page in the way"] = new() { Status = 502, Body = "<html><body>Bad gateway</body></html>", ContentType = "text/html" },
        ["504 with a pause"] = new() { Status = 504, RetryAfter = TimeSpan.FromSeconds(2) },
        ["429"] = new() { Status = 429 },
        ["a broken connection"] = new() { DropsConnection = true },
        ["a page for a response"] = new() { Status = 200, Body = "<html>Down for maintenance</html>", ContentType = "text/html" },
        ["an empty response"] = new() { Status = 200, Body = "" },
        ["half a response"] = new() { Status = 200, Body = """[{"id":"m0","sta""" },
        ["no response in time"] = new() { Delay = TimeSpan.FromMinutes(10) },
    };

    public static TheoryData<string> PassingFaults => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_poll_that_fails_is_made_again(string fault)
    {
        foreach (var machines in new[] { 1, 3 })
        {
            using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
            var conditions = new List<Operation>();
            for (var i = 0; i < machines; i++)
                conditions.Add(await account.ActAsync("start", $"m{i}"));
            account.Simulator.Inject(Faults[fault] with { Times = 3, Method = "GET" });

            var endings = await account.WaitAsync(conditions);

            Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
        }
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_poll_that_fails_is_made_again_and_loses_none_of_the_others(string fault)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("ready", 5)]);
        var conditions = new List<Operation>();
        for (var i = 0; i < 5; i++)
            conditions.Add(await account.ActAsync("restart", $"m{i}"));
        account.Simulator.Inject(
            Faults[fault] with
            {
                Times = 2,
                Path = "getMachinePublic",
                When = request => request.Query.Contains("m3", StringComparison.Ordinal),
            });

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.Equal("m3", endings[^1].MachineId);
    }

    [Fact]
    public async Task A_read_of_a_machine_that_no_list_has_is_made_again_when_it_fails()
    {
        using var account = new TestAccount("ready", "ready");
        account.Traffic.RetouchList = (page, _) => page.RemoveAll();
        account.Simulator.Inject(new SimulatedFault { Times = 2, Path = "getMachinePublic", Status = 500 });

        var endings = await account.WaitAsync(NeverReady(2));

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
        Assert.All(endings, ending => Assert.Equal(TimeSpan.FromSeconds(1), ending.At));
    }

    [Theory]
    [MemberData(nameof(PassingFaults))]
    public async Task A_plain_wait_ends_with_the_first_poll_that_fails(string fault)
    {
        using var account = new TestAccount("off");
        await account.DoAsync("start", "m0");
        account.Simulator.Inject(Faults[fault] with { Method = "GET" });

        await Assert.ThrowsAsync<PaperspaceException>(() => account.PlainWaitAsync("m0", "ready"));
    }

    [Fact]
    public async Task Polls_that_fail_to_the_end_are_told()
    {
        using var account = new TestAccount("off", "off");
        account.Simulator.Inject(
            new SimulatedFault
            {
                Times = 1000,
                Status = 500,
                Body = """{"error":{"status":500,"message":"Oh no"}}""",
            });
        using var wait = account.Client.Machines.WaitFor(NeverReady(2), new() { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Empty((await wait.NextAsync(default))!);
        Assert.Equal("Paperspace responded with 500 to GET /machines/getMachines: Oh no.", wait.Progress.LastFailure);
        var results = Array.Empty<Operation>() as IReadOnlyList<Operation>;
        while (await wait.NextAsync(default) is { } next)
            results = next;

        Assert.Equal(2, results.Count);
        Assert.All(
            results,
            result =>
                Assert.EndsWith(
                    "within 1 min. The last poll failed: Paperspace responded with 500 to GET /machines/getMachines: Oh no.",
                    result.Error!.Message,
                    StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromMinutes(1), account.Clock.Elapsed);
    }

    [Fact]
    public async Task What_was_read_before_a_page_failed_counts()
    {
        using var account = new TestAccount(
            new SimulatorOptions { Machines = 1500, Seeds = TestAccount.Seeds("ready", "ready", "ready", "ready") });
        account.Simulator.Inject(new SimulatedFault
        {
            Times = 1000,
            Status = 500,
            Path = "getMachines$",
            When = request => request.Query.Contains("skip=1000", StringComparison.Ordinal),
        });
        Operation[] conditions =
        [
            Operation.ForState("m0", "ready"),
            Operation.ForState("m1", "ready"),
            Operation.ForState("elsewhere", "ready"),
        ];

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal(["m0", "m1"], endings.Take(2).Select(ending => ending.Machine.Id));
        Assert.Equal(TimeSpan.Zero, endings[1].At);
    }

    [Theory]
    [InlineData(3, 403, PaperspaceErrorReason.AccessDenied)]
    [InlineData(1, 401, PaperspaceErrorReason.InvalidApiKey)]
    [InlineData(3, 401, PaperspaceErrorReason.InvalidApiKey)]
    [InlineData(1, 400, PaperspaceErrorReason.InvalidApiKey)]
    [InlineData(3, 400, PaperspaceErrorReason.InvalidApiKey)]
    public async Task A_key_that_is_not_accepted_ends_the_wait_for_all(int machines, int status, PaperspaceErrorReason reason)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        account.Simulator.Inject(
            new SimulatedFault { Status = status, Body = status == 403 ? "" : """{"status":400,"message":"Invalid API token"}""" });
        using var wait = account.Client.Machines.WaitFor(NeverReady(machines), new());

        var ended = await Assert.ThrowsAsync<PaperspaceException>(() => wait.NextAsync(default));

        Assert.Equal(reason, ended.Reason);
        Assert.Equal(TimeSpan.Zero, account.Clock.Elapsed);
        var requests = account.Traffic.Exchanges.Count;
        await Assert.ThrowsAsync<PaperspaceException>(() => wait.NextAsync(default));
        Assert.Equal(requests, account.Traffic.Exchanges.Count);
    }

    [Fact]
    public async Task A_machine_that_may_not_be_read_fails_alone()
    {
        using var account = new TestAccount("ready", "ready", "ready");
        account.Simulator.Inject(new SimulatedFault
        {
            Status = 403,
            Path = "getMachinePublic",
            When = request => request.Query.Contains("m1", StringComparison.Ordinal),
        });

        var endings = await account.WaitAsync(NeverReady(3));

        Assert.Equal(["m0", "m2"], endings.Where(ending => ending.Result.Error is null).Select(ending => ending.MachineId).Order());
        Assert.Equal(PaperspaceErrorReason.AccessDenied, endings.Single(ending => ending.MachineId == "m1").Error.Reason);
    }

    [Fact]
    public async Task A_machine_that_the_API_refuses_to_show_fails_alone()
    {
        using var account = new TestAccount("ready", "ready");
        account.Simulator.Inject(new SimulatedFault
        {
            Status = 400,
            Path = "getMachinePublic",
            Body = """{"error":{"status":400,"message":"machineId is odd"}}""",
            When = request => request.Query.Contains("m1", StringComparison.Ordinal),
        });

        var endings = await account.WaitAsync(NeverReady(2));

        Assert.Equal("machineId is odd", endings.Single(ending => ending.MachineId == "m1").Error.ApiMessage);
        Assert.Null(endings.Single(ending => ending.MachineId == "m0").Result.Error);
    }

    private static Operation[] NeverReady(int machines) =>
        [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", "ready"))];

    private static IEnumerable<double> Polls(TestAccount account) =>
        account.Traffic.Exchanges.Select(exchange => exchange.At.TotalSeconds).Distinct();
}
