using Paperspace.Tests.Support;

namespace Paperspace.Tests.Conventions;

/// <summary>A token ends each operation at once.</summary>
public sealed class CancellationTests
{
    public static TheoryData<string> Operations { get; } = [.. Requests.Operations.Keys];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_cancelled_token_sends_nothing(string operation)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Requests.Operations[operation](client, new CancellationToken(canceled: true)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_token_cancels_an_operation_without_a_response(string operation)
    {
        await using var server = ScriptedServer.Replying(Reply.Silence);
        await AssertCancelledAsync(server, operation);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task A_token_cancels_an_operation_whose_response_never_ends(string operation)
    {
        await using var server = ScriptedServer.Replying(
            Reply.Raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", Reply.Silence));
        await AssertCancelledAsync(server, operation);
    }

    [Fact]
    public async Task A_token_does_not_cancel_other_operations_of_the_client()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = ScriptedServer.Replying(seen =>
            seen.Path.EndsWith("/start", StringComparison.Ordinal) ? Reply.Silence : Reply.After(gate.Task, Reply.Example("spec-show")));
        using var client = TestClient.Of(server.BaseUri);
        using var cancelling = new CancellationTokenSource();
        var ended = client.Machines.StartAsync("psec02yp2", WaitUntil.Started, cancelling.Token);
        var going = client.Machines.GetAsync("psec02yp2", default);
        await server.NextRequestAsync();
        await server.NextRequestAsync();
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ended);
        gate.SetResult();
        Assert.Equal("psec02yp2", (await going).Id);
    }

    [Fact]
    public async Task Disposing_the_client_cancels_operations_in_progress()
    {
        await using var server = ScriptedServer.Replying(Reply.Silence);
        var client = TestClient.Of(server.BaseUri);
        var showing = client.Machines.GetAsync("psec02yp2", default);
        await server.NextRequestAsync();
        client.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => showing);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.Machines.GetAsync("psec02yp2", default));
        client.Dispose();
        Assert.Single(server.Requests);
    }

    private static async Task AssertCancelledAsync(ScriptedServer server, string operation)
    {
        using var client = TestClient.Of(server.BaseUri);
        using var cancelling = new CancellationTokenSource();
        var running = Requests.Operations[operation](client, cancelling.Token);
        await server.NextRequestAsync();
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Single(server.Requests);
    }
}
