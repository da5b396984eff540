using Paperspace.Tests.Support;

namespace Paperspace.Tests.Retries;

/// <summary>What is tried again, how often and when; and what never is.</summary>
public sealed class RetryTests
{
    private const int Retries = 4;

    public static TheoryData<string> Repeatable { get; } =
        ["start", "stop", "update", "setAccessForUser", "list", "show", "utilization", "availability", "templates"];

    public static TheoryData<string> Unrepeatable { get; } = ["create", "restart", "destroy"];

    public static TheoryData<string> PassingFailures { get; } = ["429", "502", "503", "504", "reset", "close"];

    public static TheoryData<string, string> RepeatableFailures { get; } = new(
        from operation in Repeatable.Select(row => row.Data)
        from failure in PassingFailures.Select(row => row.Data)
        select (operation, failure));

    /// <summary>All but a connection that is closed: there .NET itself sends a request without a body a few more times.</summary>
    public static TheoryData<string, string> CountedFailures { get; } = new(RepeatableFailures.Select(row => row.Data).Where(row => row.Item2 != "close"));

    public static TheoryData<string, string> UnrepeatableFailures { get; } = new(
        from operation in Unrepeatable.Select(row => row.Data)
        from failure in PassingFailures.Select(row => row.Data).Except(["429"])
        select (operation, failure));

    public static TheoryData<string, int> LastingFailures { get; } = new(
        from operation in Repeatable.Select(row => row.Data)
        from status in new[] { 301, 400, 401, 403, 404, 409, 422, 500, 501 }
        select (operation, status));

    [Theory]
    [MemberData(nameof(RepeatableFailures))]
    public async Task A_passing_failure_is_tried_again_until_it_works(string operation, string failure)
    {
        await using var server = ScriptedServer.Replying(InTurn(Failing(failure), Failing(failure), null));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        await Requests.Operations[operation](client, default);
        Assert.Equal(3, server.Requests.Count);
        Assert.Single(server.Requests.Select(request => (request.Method, request.Target, request.Body)).Distinct());
    }

    [Theory]
    [MemberData(nameof(CountedFailures))]
    public async Task A_failure_that_does_not_pass_is_given_up_after_the_retries(string operation, string failure)
    {
        await using var server = ScriptedServer.Replying(Failing(failure));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time, Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        var reason = failure switch
        {
            "429" => PaperspaceErrorReason.TooManyRequests,
            "reset" => PaperspaceErrorReason.HostUnreachable,
            _ => PaperspaceErrorReason.ServerError,
        };
        Assert.Equal(reason, error.Reason);
        Assert.Equal(1 + Retries, server.Requests.Count);
        Assert.Equal(Retries, time.Pauses.Count);
    }

    [Theory]
    [MemberData(nameof(Repeatable))]
    public async Task A_connection_that_is_always_closed_is_given_up_after_the_retries(string operation)
    {
        await using var server = ScriptedServer.Replying(Reply.Close);
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time, Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.Equal(Retries, time.Pauses.Count);
    }

    [Theory]
    [MemberData(nameof(LastingFailures))]
    public async Task A_failure_that_would_be_the_same_again_is_not_tried_again(string operation, int status)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(status));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(UnrepeatableFailures))]
    public async Task An_action_that_must_not_be_repeated_is_not_and_its_outcome_is_unknown(string operation, string failure)
    {
        await using var server = ScriptedServer.Replying(Failing(failure));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
        Assert.EndsWith(". Whether the request was carried out is not known.", error.Message, StringComparison.Ordinal);
        Assert.Equal(int.TryParse(failure, out var status) ? status : null, error.Status);
        Assert.Equal(server.Request.Path, error.Path);
        Assert.Equal("POST", error.Method);
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task An_action_that_was_turned_away_as_one_too_many_was_not_carried_out_and_is_tried_again(string operation)
    {
        await using var server = ScriptedServer.Replying(InTurn(Reply.Empty(429, "Retry-After: 3"), null));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time, retries: Retries);
        await Requests.Operations[operation](client, default);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal([TimeSpan.FromSeconds(3)], time.Pauses);
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task An_action_that_is_always_turned_away_is_given_up_as_not_carried_out(string operation)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(429));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal((PaperspaceErrorReason.TooManyRequests, true), (error.Reason, error.IsUnhandled));
        Assert.Equal(1 + Retries, server.Requests.Count);
    }

    [Fact]
    public async Task A_lost_response_keeps_what_the_API_said()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"status":503,"message":"Try later"}""", 503, "Retry-After: 9"));
        using var client = TestClient.Of(server.BaseUri, retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.RestartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal(
            (PaperspaceErrorReason.OutcomeUnknown, 503, "Try later", TimeSpan.FromSeconds(9)),
            (error.Reason, error.Status, error.ApiMessage, error.RetryAfter));
        Assert.Contains("Try later", error.ResponseBody, StringComparison.Ordinal);
        Assert.Contains("Try later. Whether", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Unrepeatable))]
    public async Task An_action_whose_connection_was_refused_was_not_carried_out(string operation)
    {
        using var port = new DeafPort();
        using var client = TestClient.Of(port.BaseUri, retries: Retries);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[operation](client, default));
        Assert.Equal(PaperspaceErrorReason.HostUnreachable, error.Reason);
        Assert.DoesNotContain("not known", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public async Task The_number_of_retries_can_be_chosen(int retries)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503));
        using var client = TestClient.Of(server.BaseUri, retries: retries);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.Equal(1 + retries, server.Requests.Count);
    }

    [Fact]
    public async Task Pauses_grow_and_are_not_all_alike()
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
    public async Task A_wait_in_seconds_that_the_API_asks_for_is_kept(int status)
    {
        await using var server = ScriptedServer.Replying(InTurn(Reply.Empty(status, "Retry-After: 17"), null));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        await client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default);
        Assert.Equal([TimeSpan.FromSeconds(17)], time.Pauses);
    }

    [Fact]
    public async Task A_wait_until_a_time_that_the_API_asks_for_is_kept()
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
    public async Task A_wait_that_is_none_is_no_less_than_the_own_back_off(string header)
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
    public async Task A_wait_until_a_time_counts_from_the_date_of_the_response()
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
    public async Task A_wait_beyond_the_time_limit_is_not_begun(string header)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, header));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.True(error.RetryAfter >= TimeSpan.FromMinutes(2));
        Assert.Single(server.Requests);
        Assert.Empty(time.Pauses);
    }

    [Fact]
    public async Task Waits_that_add_up_to_the_time_limit_end_the_retries()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503, "Retry-After: 50"));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal([TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(50)], time.Pauses);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_slow_failure_after_the_time_limit_is_not_tried_again()
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
    public async Task Cancelling_ends_the_pause_before_a_retry()
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

    private static Reply Failing(string failure) => failure switch
    {
        "reset" => Reply.Reset,
        "close" => Reply.Close,
        _ => Reply.Empty(int.Parse(failure, System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>These replies in turn; null, and anything later, is what the request asks for.</summary>
    private static Func<SeenRequest, Reply> InTurn(params Reply?[] replies)
    {
        var next = -1;
        return seen => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)] ?? Reply.To(seen);
    }
}
