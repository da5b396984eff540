using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>The same over real HTTP.</summary>
public sealed class RealServerTests
{
    [Fact]
    public async Task Many_machines_are_awaited()
    {
        await using var account = await TestAccount.ServedAsync(
            new SimulatorOptions { Seeds = TestAccount.Seeds("off", "ready", "ready", "off", "ready", "ready") });
        account.Simulator.FailNextStart("m3");
        Operation[] conditions =
        [
            await account.ActAsync("start", "m0"), await account.ActAsync("stop", "m1"), await account.ActAsync("restart", "m2"),
            await account.ActAsync("start", "m3"), await account.ActAsync("deactivate", "m4"), await account.ActAsync("start", "m5"),
        ];

        var endings = (await account.WaitAsync(conditions)).ToDictionary(ending => ending.MachineId);

        Assert.Equal("start done", endings["m0"].Machine.LastEvent!.ToString());
        Assert.Equal("stop done", endings["m1"].Machine.LastEvent!.ToString());
        Assert.Equal("restart done", endings["m2"].Machine.LastEvent!.ToString());
        Assert.Equal(PaperspaceErrorReason.InsufficientCapacity, endings["m3"].Error.Reason);
        Assert.Null(endings["m4"].Result.Error);
        Assert.Equal(TimeSpan.Zero, endings["m5"].At);
    }

    [Fact]
    public async Task Failed_polls_are_repeated()
    {
        await using var account = await TestAccount.ServedAsync(new SimulatorOptions { Seeds = TestAccount.Seeds("ready", "ready") });
        Operation[] conditions = [await account.ActAsync("restart", "m0"), await account.ActAsync("restart", "m1")];
        account.Simulator.Inject(new SimulatedFault { Method = "GET", DropsConnection = true, Times = 2 });
        account.Simulator.Inject(new SimulatedFault { Method = "GET", Status = 503, RetryAfter = TimeSpan.FromSeconds(3) });
        account.Simulator.Inject(new SimulatedFault { Method = "GET", Status = 200, Body = "<html></html>", ContentType = "text/html" });

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
    }

    [Fact]
    public async Task The_time_limit_applies_during_a_request_without_a_response()
    {
        await using var account = await TestAccount.ServedAsync(new SimulatorOptions { Seeds = TestAccount.Seeds("off") });
        account.Simulator.Inject(new SimulatedFault { Method = "GET", Delay = TimeSpan.FromDays(1), Times = 100 });

        var ending = await account.WaitAsync(Operation.ForState("m0", "ready"), new() { Timeout = TimeSpan.FromSeconds(30) });

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
    }

    [Fact]
    public async Task Three_hundred_machines_need_one_read_each()
    {
        await using var account = await TestAccount.ServedAsync(
            new SimulatorOptions { Seeds = TestAccount.Seeds(Enumerable.Repeat("off", 300)) });
        var conditions = new List<Operation>();
        for (var i = 0; i < 300; i++)
            conditions.Add(await account.ActAsync("start", $"m{i}"));
        account.Traffic.Forget();

        await account.WaitAsync(conditions);

        Assert.Equal(300, account.Traffic.Shows);
        Assert.Equal(account.Traffic.Rounds, account.Traffic.Lists);
    }
}
