using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>The time limit, and what is said of those that did not arrive.</summary>
public sealed class TimeLimitTests
{
    [Fact]
    public async Task Each_machine_that_did_not_arrive_is_told_with_its_state_and_newest_event_and_the_others_are_given()
    {
        using var account = new TestAccount("ready", "serviceready", "off", "ready");
        Operation[] conditions =
        [
            await account.ActAsync("restart", "m0"),
            Operation.ForState("m1", "ready"),
            Operation.ForState("m2", "ready"),
            await account.ActAsync("stop", "m3"),
        ];

        var endings = (await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromSeconds(60) })).ToDictionary(ending =>
            ending.MachineId);

        Assert.Equal("restart done", endings["m0"].Machine.LastEvent!.ToString());
        Assert.Equal(
            "Machine m1 (machine-1) is still 'serviceready' after 1 min (last event: start, done).",
            endings["m1"].Error.Message);
        Assert.Equal(
            "Machine m2 (machine-2) is still 'off' after 1 min (last event: stop, done).",
            endings["m2"].Error.Message);
        Assert.Equal(
            "Machine m3 (machine-3) is still 'stopping' after 1 min (last event: stop, in progress).",
            endings["m3"].Error.Message);
        Assert.All(["m1", "m2", "m3"], id => Assert.Equal(PaperspaceErrorReason.WaitTimeout, endings[id].Error.Reason));
        Assert.Equal("stopping", endings["m3"].Error.Machine!.State);
        Assert.Equal(TimeSpan.FromSeconds(60), account.Clock.Elapsed);
    }

    [Fact]
    public async Task A_machine_that_is_not_gone_in_time_is_told_so()
    {
        using var account = new TestAccount("ready", "ready");
        Operation[] conditions = [await account.ActAsync("deactivate", "m0"), await account.ActAsync("deactivate", "m1")];

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromSeconds(10) });

        Assert.Equal(
            "Machine m0 (machine-0) still exists after 10 s (state: 'off'; last event: deactivate, in progress).",
            endings[0].Error.Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task A_time_limit_of_zero_means_one_look(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Range(0, machines).Select(i => i % 2 == 0 ? "ready" : "off")]);

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.Zero });

        Assert.Equal((machines + 1) / 2, endings.Count(ending => ending.Result.Error is null));
        Assert.All(endings.Where(ending => ending.Result.Error is not null), ending => Assert.EndsWith(
            "is 'off', not 'ready' (last event: stop, done).", ending.Error.Message, StringComparison.Ordinal));
        Assert.Equal(TimeSpan.Zero, account.Clock.Elapsed);
        Assert.InRange(account.Traffic.Exchanges.Count, 1, machines + 1);
    }

    [Fact]
    public async Task What_arrives_in_the_last_pause_has_arrived()
    {
        using var account = new TestAccount("ready", "ready");
        Operation[] conditions = [await account.ActAsync("restart", "m0"), await account.ActAsync("restart", "m1")];

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.FromSeconds(40) });

        Assert.All(endings, ending => Assert.Equal("restart done", ending.Machine.LastEvent!.ToString()));
        Assert.Equal(TimeSpan.FromSeconds(40), account.Clock.Elapsed);
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(1, 30)]
    [InlineData(3, 30)]
    [InlineData(3, 300)]
    public async Task The_time_limit_holds_during_a_call_that_gets_no_response(int machines, int seconds)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        account.Traffic.Before = async (_, token) => await Task.Delay(TimeSpan.FromDays(1), account.Clock, token);

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.FromSeconds(seconds) });

        Assert.All(endings, ending => Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason));
        Assert.All(endings, ending => Assert.Contains("The last poll failed: ", ending.Error.Message, StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(seconds), account.Clock.Elapsed);
        Assert.Equal(0, account.Clock.TimerCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task The_time_limit_holds_when_the_responses_stop_coming(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        account.Traffic.Before = (_, token) => account.Clock.Elapsed < TimeSpan.FromSeconds(20)
            ? Task.CompletedTask
            : Task.Delay(TimeSpan.FromDays(1), account.Clock, token);

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.FromSeconds(60) });

        Assert.All(endings, ending => Assert.Contains("is still 'off'", ending.Error.Message, StringComparison.Ordinal));
        Assert.Equal(TimeSpan.FromSeconds(60), account.Clock.Elapsed);
    }

    [Fact]
    public async Task A_time_limit_of_zero_holds_after_some_seconds_when_no_response_comes()
    {
        using var account = new TestAccount("off");
        account.Traffic.Before = (_, token) => Task.Delay(TimeSpan.FromDays(1), account.Clock, token);

        var ending = await account.WaitAsync(Operation.ForState("m0", "ready"), new() { Timeout = TimeSpan.Zero });

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
        Assert.Equal(TimeSpan.FromSeconds(10), account.Clock.Elapsed);
    }

    [Fact]
    public async Task The_newest_events_are_asked_for_no_longer_than_some_seconds_past_the_limit()
    {
        using var account = new TestAccount([.. Enumerable.Repeat("starting", 200)]);
        account.Traffic.Before = (exchange, token) =>
            exchange.IsShow ? Task.Delay(TimeSpan.FromSeconds(1), account.Clock, token) : Task.CompletedTask;

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, 200).Select(i => Operation.ForState($"m{i}", "ready"))],
            new() { Timeout = TimeSpan.FromSeconds(10) });

        Assert.All(endings, ending => Assert.Contains("is still 'starting'", ending.Error.Message, StringComparison.Ordinal));
        Assert.InRange(account.Clock.Elapsed, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_time_limit_that_no_timer_can_hold_is_none()
    {
        using var account = new TestAccount("off", "off");
        Operation[] conditions = [await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1")];

        var endings = await account.WaitAsync(conditions, new() { Timeout = TimeSpan.MaxValue, PollInterval = TimeSpan.FromDays(100) });

        Assert.All(endings, ending => Assert.Equal("ready", ending.Machine.State));
    }

    [Fact]
    public async Task A_wait_that_is_begun_too_late_ends_at_once()
    {
        using var account = new TestAccount("off");
        using var wait = account.Client.Machines.WaitFor(
            [Operation.ForState("m0", "ready")],
            new() { Timeout = TimeSpan.FromSeconds(30) });
        account.Clock.Advance(TimeSpan.FromHours(1));

        var results = new List<Operation>();
        while (await wait.NextAsync(default) is { } next)
            results.AddRange(next);

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, Assert.Single(results).Error!.Reason);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(5, 0)]
    [InlineData(5, -1)]
    public void Options_that_make_no_sense_are_refused(int timeout, int pollInterval)
    {
        using var account = new TestAccount("off");
        var options = new MachineWaitOptions { Timeout = TimeSpan.FromSeconds(timeout), PollInterval = TimeSpan.FromSeconds(pollInterval) };

        var refused = Assert.Throws<PaperspaceException>(() =>
            account.Client.Machines.WaitFor([Operation.ForState("m0", "off")], options));

        Assert.Equal(PaperspaceErrorReason.InvalidRequest, refused.Reason);
    }
}
