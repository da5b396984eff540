using Microsoft.Extensions.Time.Testing;
using Paperspace.Client;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Cancelling, or disposing, ends a wait at once and leaves nothing behind.</summary>
public sealed class CancellationTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Cancellation_ends_requests_in_progress(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        using var cancel = new CancellationTokenSource();
        using var wait = account.Client.Machines.WaitFor(Expectations(machines, "off"), new());
        var reached = new TaskCompletionSource();
        account.Traffic.Before = async (exchange, token) =>
        {
            if (!exchange.IsShow)
                return;
            reached.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        };

        var next = wait.NextAsync(cancel.Token);
        await reached.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(0, account.Clock.TimerCount);
        var requests = account.Traffic.Exchanges.Count;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.NextAsync(cancel.Token));
        Assert.Equal(requests, account.Traffic.Exchanges.Count);
    }

    [Fact]
    public async Task Cancellation_ends_a_delay()
    {
        var time = new FakeTimeProvider();
        using var client = Client(time, out _);
        using var cancel = new CancellationTokenSource();
        using var wait = client.Machines.WaitFor(Expectations(1, "ready"), new());
        await wait.NextAsync(cancel.Token);

        var next = wait.NextAsync(cancel.Token);
        Assert.False(next.IsCompleted);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Disposing_ends_a_delay()
    {
        var time = new FakeTimeProvider();
        using var client = Client(time, out var simulator);
        var wait = client.Machines.WaitFor(Expectations(1, "ready"), new());
        await wait.NextAsync(default);

        var next = wait.NextAsync(default);
        wait.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, simulator.Requests.Total);
    }

    [Fact]
    public async Task A_wait_that_is_cancelled_before_it_starts_sends_nothing()
    {
        using var account = new TestAccount("ready");
        using var wait = account.Client.Machines.WaitFor(Expectations(1, "ready"), new());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.NextAsync(new CancellationToken(canceled: true)));

        Assert.Empty(account.Traffic.Exchanges);
    }

    [Fact]
    public async Task A_wait_can_continue_after_a_cancelled_call()
    {
        using var account = new TestAccount("ready");
        using var wait = account.Client.Machines.WaitFor(Expectations(1, "ready"), new());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.NextAsync(new CancellationToken(canceled: true)));

        Assert.Single((await wait.NextAsync(default))!);
        Assert.Null(await wait.NextAsync(default));
    }

    [Fact]
    public async Task Results_read_before_a_cancelled_call_are_returned_by_the_next()
    {
        using var account = new TestAccount("ready", "ready", "ready");
        using var cancel = new CancellationTokenSource();
        using var wait = account.Client.Machines.WaitFor(Expectations(3, "ready"), new());
        account.Traffic.Before = async (exchange, token) =>
        {
            if (exchange.MachineId != "m1")
                return;
            await Eventually.IsTrueAsync(() => account.Simulator.Requests["GET /machines/getMachinePublic"].Total >= 2);
            await cancel.CancelAsync();
            token.ThrowIfCancellationRequested();
        };
        var ids = new List<string>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            while (await wait.NextAsync(cancel.Token) is { } results) ids.AddRange(results.Select(result => result.Machine!.Id));
        });
        Assert.True(ids.Count < 3);
        account.Traffic.Before = null;
        while (await wait.NextAsync(default) is { } results)
            ids.AddRange(results.Select(result => result.Machine!.Id));

        Assert.Equal(["m0", "m1", "m2"], ids.Order());
    }

    private static Operation[] Expectations(int machines, string state) =>
        [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", state))];

    private static PaperspaceClient Client(TimeProvider time, out SimulatedPaperspace simulator)
    {
        simulator = new SimulatedPaperspace(new SimulatorOptions { Seeds = TestAccount.Seeds("off") }, time);
        return new PaperspaceClient(
            new PaperspaceClientOptions
            {
                ApiKey = "a-key",
                TimeProvider = time,
                Handler = new SimulatorHandler(simulator),
            });
    }
}
