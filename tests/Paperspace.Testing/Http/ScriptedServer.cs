using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using Xunit;

namespace Paperspace.Testing;

/// <summary>Serves on a real loopback socket: keeps each request as it came and replies as a test says, down to the byte.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private const int Backlog = 512;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private readonly Channel<SeenRequest> _received = Channel.CreateUnbounded<SeenRequest>();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Func<SeenRequest, Reply> _reply;
    private readonly Reply? _greeting;
    private readonly Task _accepting;

    private ScriptedServer(Func<SeenRequest, Reply> reply, Reply? greeting = null)
    {
        _reply = reply;
        _greeting = greeting;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(Backlog);
        BaseUri = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndPoint!).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Gets where it listens.</summary>
    public Uri BaseUri { get; }

    /// <summary>Gets the requests that have come so far.</summary>
    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    /// <summary>Gets the one request that has come.</summary>
    public SeenRequest Request => Assert.Single(_requests);

    /// <summary>Starts a server that makes its reply from the request.</summary>
    public static ScriptedServer Replying(Func<SeenRequest, Reply> reply) => new(reply);

    /// <summary>Starts a server that sends these replies in turn, and the last of them ever after.</summary>
    public static ScriptedServer Replying(params Reply[] replies)
    {
        var next = -1;
        return new ScriptedServer(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    /// <summary>Starts a server that does not wait to be asked.</summary>
    public static ScriptedServer Greeting(Reply greeting) => new(_ => Reply.Close, greeting);

    /// <summary>Waits for the next request to arrive.</summary>
    public Task<SeenRequest> NextRequestAsync() => Eventually.EndsAsync(_received.Reader.ReadAsync(_closing.Token).AsTask());

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_connections);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptAsync(_closing.Token);
                _connections.Add(ServeAsync(socket));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new ServerConnection(socket, _closing.Token);
        try
        {
            if (_greeting is not null && !await _greeting.SendAsync(connection))
                return;
            do
            {
                if (await connection.ReadAsync() is not { } request)
                    return;
                _requests.Enqueue(request);
                _received.Writer.TryWrite(request);
                if (!await _reply(request).SendAsync(connection))
                    return;
            } while (true);
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The client left, or the test is over.
        }
    }
}
