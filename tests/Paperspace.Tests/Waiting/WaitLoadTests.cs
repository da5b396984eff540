using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Waits for many machines of which some cannot be read: those fail alone, and all others arrive at few requests.</summary>
public sealed class WaitLoadTests
{
    /// <summary>What becomes of the requests that fare badly.</summary>
    private static readonly SimulatedFault[] Kinds =
    [
        new() { Status = 500 }, new() { Status = 503 }, new() { Status = 429 }, new() { DropsConnection = true },
        new() { Status = 502, Body = "<html><h1>Bad Gateway</h1></html>", ContentType = "text/html" },
        new() { Status = 404, Body = "<html><h1>Not Found</h1></html>", ContentType = "text/html" },
        new() { Status = 200, Body = """{"id":""" },
    ];

    public static TheoryData<PaperspaceApiVersion, int, int, bool> Unreadable { get; } =
    [
        .. from api in Enum.GetValues<PaperspaceApiVersion>()
           from row in new[]
           {
               (2, 0, false),
               (30, 0, false),
               (700, 0, false),
               (2_000, 1, false),
               (30, 16, false),
               (2_000, 1, true),
               (30, 16, true),
           }
           select (api, row.Item1, row.Item2, row.Item3),
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task Machines_whose_reading_fails_or_hangs_do_not_hold_the_others(
        PaperspaceApiVersion api,
        int machines,
        int unreadable,
        bool hangs)
    {
        using var account = new TestAccount(new SimulatorOptions { Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", machines)) }, api);
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++) conditions.Add(await account.ActAsync("restart", $"m{i}"));
        var ids = Enumerable.Range(0, unreadable).Select(i => $"m{i}").ToHashSet(StringComparer.Ordinal);
        account.Simulator.Inject(new SimulatedFault
        {
            Method = "GET",
            When = request => IsShowOf(request, ids),
            Status = 500,
            Delay = hangs ? TimeSpan.FromDays(1) : TimeSpan.Zero,
            Times = int.MaxValue,
        });
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(5) });

        Assert.All(endings.Where(ending => !ids.Contains(ending.MachineId)), ending =>
        {
            Assert.Null(ending.Result.Error);
            Assert.InRange(ending.At, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(75));
        });
        Assert.All(endings.Where(ending => ending.Result.Error is not null), ending =>
        {
            Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
            Assert.DoesNotContain("is still 'ready'", ending.Error.Message, StringComparison.Ordinal);
        });
        AssertFewRequests(account, machines);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task Random_faults_of_one_request_in_twenty_delay_the_wait_for_300_machines_and_end_none(PaperspaceApiVersion api)
    {
        const int Machines = 300;
        using var account = new TestAccount(new SimulatorOptions { Seeds = TestAccount.Seeds(Enumerable.Repeat("ready", Machines)) }, api);
        var conditions = new List<Operation>();
        for (var i = 0; i < Machines; i++) conditions.Add(await account.ActAsync("stop", $"m{i}"));
        var random = new Random(5);
        foreach (var kind in Kinds)
        {
            account.Simulator.Inject(kind with
            {
                Method = "GET",
                Times = int.MaxValue,
                When = _ =>
                {
                    lock (random) return random.Next(20 * Kinds.Length) == 0;
                },
            });
        }

        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromMinutes(10) });

        Assert.All(endings, ending =>
        {
            Assert.Null(ending.Result.Error);
            Assert.Equal("off", ending.Machine.State);
            Assert.InRange(ending.At, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
        });
        AssertFewRequests(account, Machines);
    }

    private static bool IsShowOf(SimulatedRequest request, HashSet<string> ids) =>
        ids.Contains(request.Path.EndsWith("/getMachinePublic", StringComparison.Ordinal)
            ? request.Query.Split('=')[^1]
            : request.Path.StartsWith("/v1/machines/", StringComparison.Ordinal) ? request.Path["/v1/machines/".Length..] : "");

    /// <summary>At the most 12 requests a round, and three for each machine beside them.</summary>
    private static void AssertFewRequests(TestAccount account, int machines)
    {
        var rounds = account.Traffic.Exchanges.Select(request => request.At).Distinct().Count();
        Assert.InRange(account.Traffic.Exchanges.Count, 1, (12 * rounds) + (3 * machines));
    }
}
