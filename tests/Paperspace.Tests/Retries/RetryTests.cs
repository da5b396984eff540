using Paperspace.Tests.Support;

namespace Paperspace.Tests.Retries;

/// <summary>How often and when what may be repeated is tried again.</summary>
public sealed class RetryTests
{
    private const int Retries = 4;

    [Fact]
    public async Task A_lost_response_keeps_the_message_of_the_API()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"status":503,"message":"Try later"}""", 503, "Retry-After: 9"));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.RestartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal(
            (PaperspaceErrorReason.OutcomeUnknown, 503, "Try later", TimeSpan.FromSeconds(9)),
            (error.Reason, error.Status, error.ApiMessage, error.RetryAfter));
        Assert.Contains("Try later", error.ResponseBody, StringComparison.Ordinal);
        Assert.Contains("Try later. The request may", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_number_of_retries_can_be_set(int retries)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503));
        using var client = TestClient.Of(server.BaseUri, retries: retries);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.Equal(1 + retries, server.Requests.Count);
    }

    [Fact]
    public async Task Delays_grow_and_have_jitter()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time, retries: 6);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.All(time.Pauses, pause => Assert.InRange(pause, TimeSpan.Zero, TimeSpan.FromSeconds(20)));
        Assert.True(time.Pauses.Distinct().Count() > 1);
        Assert.True(time.Pauses[^1] > time.Pauses[0]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_Retry_After_in_seconds_is_respected(int status)
    {
        await using var server = ScriptedServer.Replying(InTurn(Reply.Empty(status, "Retry-After: 17"), null));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        await client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default);
        Assert.Equal([TimeSpan.FromSeconds(17)], time.Pauses);
    }

    [Fact]
    public async Task A_Retry_After_date_is_respected()
    {
        await using var server = ScriptedServer.Replying(InTurn(Reply.Empty(503, "Retry-After: Mon, 14 Mar 2022 16:00:42 GMT"), null));
        var time = new SkippingTimeProvider(new DateTimeOffset(2022, 3, 14, 16, 0, 0, TimeSpan.Zero));
        using var client = TestClient.Of(server.BaseUri, time);
        await client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default);
        Assert.Equal([TimeSpan.FromSeconds(42)], time.Pauses);
    }

    [Theory]
    [InlineData("Retry-After: 0")]
    [InlineData("Retry-After: Mon, 14 Mar 2011 16:00:42 GMT")]
    public async Task An_invalid_Retry_After_does_not_shorten_the_backoff(string header)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, header));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time, retries: 3);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal(3, time.Pauses.Count);
        Assert.All(time.Pauses, pause => Assert.True(pause >= TimeSpan.FromMilliseconds(250)));
        Assert.True(time.Pauses[2] >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_Retry_After_date_is_relative_to_the_date_of_the_response()
    {
        // The clock of the host is years ahead of the own one.
        await using var server = ScriptedServer.Replying(InTurn(
            Reply.Empty(503, "Date: Mon, 14 Mar 2044 16:00:00 GMT", "Retry-After: Mon, 14 Mar 2044 16:00:05 GMT"), null));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        await client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default);
        Assert.Equal([TimeSpan.FromSeconds(5)], time.Pauses);
    }

    [Theory]
    [InlineData("Retry-After: 120")]
    [InlineData("Retry-After: 86400")]
    [InlineData("Retry-After: 2147483647")]
    [InlineData("Retry-After: Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task A_delay_beyond_the_time_limit_is_not_started(string header)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, header));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.True(error.RetryAfter >= TimeSpan.FromMinutes(2));
        Assert.Single(server.Requests);
        Assert.Empty(time.Pauses);
    }

    [Fact]
    public async Task Delays_that_add_up_to_the_time_limit_end_the_retries()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, "Retry-After: 50"));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal([TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(50)], time.Pauses);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_slow_failure_after_the_time_limit_is_not_retried()
    {
        var time = new SkippingTimeProvider();
        await using var server = ScriptedServer.Replying(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(70));
            return Reply.Empty(503);
        });
        using var client = TestClient.Of(server.BaseUri, time);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Cancellation_ends_the_delay_before_a_retry()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, "Retry-After: 60"));
        using var connection = TestClient.Of(server.BaseUri, new Microsoft.Extensions.Time.Testing.FakeTimeProvider());
        using var cancelling = new CancellationTokenSource();
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var client = connection.CreateClient(new RequestLogRecorder
        {
            Written = entry =>
            {
                if (entry.RetryDelay is not null) waiting.TrySetResult();
            },
        });
        var starting = client.Machines.StartAsync("psec02yp2", WaitUntil.Started, cancelling.Token);
        await waiting.Task;
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.Single(server.Requests);
    }

    /// <summary>These replies in turn; null, and anything later, is what the request asks for.</summary>
    private static Func<SeenRequest, Reply> InTurn(params Reply?[] replies)
    {
        var next = -1;
        return seen => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)] ?? Reply.To(seen);
    }
}
