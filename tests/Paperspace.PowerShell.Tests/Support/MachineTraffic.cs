using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Tells the requests about machines apart whatever their API, keeps their order, and lets some of them fare as a test
/// wants.</summary>
internal sealed class MachineTraffic
{
    public const string Availability = "availability";
    public const string Create = "create";
    public const string Start = "start";
    public const string Destroy = "destroy";
    public const string Read = "read";

    private readonly ConcurrentQueue<string> _kinds = new();
    private readonly ConcurrentQueue<string> _questions = new();
    private readonly ConcurrentDictionary<
        string,
        Func<Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>
    > _handlers = new();

    /// <summary>Gets the kinds of the requests so far, without reads, oldest first.</summary>
    public IReadOnlyList<string> Changes => [.. _kinds.Where(kind => kind is Create or Start or Destroy)];

    /// <summary>Gets the queries about availability so far, oldest first.</summary>
    public IReadOnlyList<string> Questions => [.. _questions];

    /// <summary>Returns how many requests of a kind there were.</summary>
    public int Count(string kind) => _kinds.Count(item => item == kind);

    /// <summary>Handles the requests of a kind.</summary>
    public MachineTraffic On(string kind, Func<Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>> handle)
    {
        _handlers[kind] = handle;
        return this;
    }

    /// <summary>Keeps the requests of a kind back, once so many of it were let through.</summary>
    public MachineTraffic Hold(string kind, Gate gate, int after = 0)
    {
        var count = 0;
        return On(kind, async (send, token) =>
        {
            if (Interlocked.Increment(ref count) > after) await gate.PassAsync(token);
            return await send();
        });
    }

    /// <summary>Carries the requests of a kind out and loses the responses.</summary>
    public MachineTraffic LoseResponses(string kind) => On(kind, async (send, _) =>
    {
        (await send()).Dispose();
        throw new HttpRequestException("lost", new IOException("Connection reset by peer"));
    });

    /// <summary>Refuses the requests of a kind, as both APIs read it.</summary>
    public MachineTraffic Refuse(string kind, HttpStatusCode status, string message) =>
        On(
            kind,
            (_, _) =>
                Task.FromResult(
                    new HttpResponseMessage(status)
                    {
                        Content = new StringContent(
                            $$"""{"message":"{{message}}","status":{{(int)status}}}""",
                            Encoding.UTF8,
                            "application/json"),
                    }));

    /// <summary>Handles a request of a host.</summary>
    public async Task<HttpResponseMessage> HandleAsync(
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        var kind = KindOf(request);
        _kinds.Enqueue(kind);
        if (kind == Availability) _questions.Enqueue(Uri.UnescapeDataString(request.RequestUri!.Query).TrimStart('?'));
        return _handlers.TryGetValue(kind, out var handle) ? await handle(send, token) : await send();
    }

    private static string KindOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (request.Method == HttpMethod.Get) return path.Contains("vailability", StringComparison.Ordinal) ? Availability : Read;
        if (path.EndsWith("/start", StringComparison.Ordinal)) return Start;
        if (
            path.EndsWith("/destroyMachine", StringComparison.Ordinal)
            || (request.Method == HttpMethod.Delete && path.Contains("/machines/", StringComparison.Ordinal)))
            return Destroy;
        return path.EndsWith("/createSingleMachinePublic", StringComparison.Ordinal) || path.EndsWith("/machines", StringComparison.Ordinal)
            ? Create
            : "other";
    }
}
