using Paperspace.Client;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>A session connected to a simulated account in this process, on one clock on which every pause is over at once.</summary>
internal sealed class FastHost : IDisposable
{
    private readonly PaperspaceAccount _account;
    private int _requests;

    /// <summary>Starts with these machines.</summary>
    public FastHost(params MachineSeed[] machines)
        : this(null, machines)
    {
    }

    /// <summary>Starts with these machines, and a host that shows things.</summary>
    public FastHost(RecordingHost? host, params MachineSeed[] machines)
        : this(host, null, machines)
    {
    }

    /// <summary>Starts with these machines, a host that shows things, and a hook on each request.</summary>
    public FastHost(
        RecordingHost? host,
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? hook,
        params MachineSeed[] machines)
        : this(PaperspaceApiVersion.Core, new SimulatorOptions { Seeds = machines }, host, hook, isOrdered: false)
    {
    }

    /// <summary>Starts with an account that is set up so, and is reached through this API. No pause ends while a request is in
    /// flight.</summary>
    public FastHost(
        PaperspaceApiVersion api,
        SimulatorOptions simulator,
        RecordingHost? host = null,
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? hook = null,
        double pauseSpeed = 1)
        : this(api, simulator, host, hook, isOrdered: true, pauseSpeed)
    {
    }

    private FastHost(
        PaperspaceApiVersion api,
        SimulatorOptions simulator,
        RecordingHost? host,
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? hook,
        bool isOrdered,
        double pauseSpeed = 1)
    {
        if (isOrdered) Clock.IsBusy = () => Volatile.Read(ref _requests) > 0;
        var handler = (HttpMessageHandler)
            new SimulatorHandler(Paperspace = new SimulatedPaperspace(simulator with { LogCapacity = 10_000 }, Clock));
        var options = new PaperspaceClientOptions
        {
            ApiKey = "any",
            ApiVersion = api,
            BaseUri = new Uri(api == PaperspaceApiVersion.V1 ? "http://localhost/v1" : "http://localhost"),
            Handler = new HookedHandler(handler, (request, send, token) => HandleAsync(hook, request, send, token)),
            TimeProvider = Clock,
            PauseSpeed = pauseSpeed,
        };
        _account = new PaperspaceAccount("fast", options.BaseUri, "test", new PaperspaceClient(options));
        Session = new Session(host);
        Session.Connect(_account);
    }

    /// <summary>Starts with these machines, reached through this API.</summary>
    public FastHost(PaperspaceApiVersion api, params MachineSeed[] machines)
        : this(api, new SimulatorOptions { Seeds = machines }, null, null, isOrdered: false)
    {
    }

    /// <summary>Starts with these machines, reached through this API, a host that shows things, and a hook on each request.</summary>
    public FastHost(
        PaperspaceApiVersion api,
        RecordingHost? host,
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? hook,
        params MachineSeed[] machines)
        : this(api, new SimulatorOptions { Seeds = machines }, host, hook, isOrdered: false)
    {
    }

    /// <summary>The clock.</summary>
    public SkippingTimeProvider Clock { get; } = new();

    /// <summary>The account.</summary>
    public SimulatedPaperspace Paperspace { get; }

    /// <summary>The session.</summary>
    public Session Session { get; }

    /// <summary>Runs a script in the session.</summary>
    public Outcome Run(string script, params object[] input) => Session.Run(script, input);

    /// <summary>The requests so far, each as its method and path with query.</summary>
    public IReadOnlyList<string> Lines() =>
        [.. Paperspace.Log.Select(request => $"{request.Method} {request.Path}{(request.Query.Length > 0 ? "?" + request.Query : "")}")];

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        _account.Dispose();
    }

    private async Task<HttpResponseMessage> HandleAsync(
        Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? hook,
        HttpRequestMessage request,
        Func<Task<HttpResponseMessage>> send,
        CancellationToken token)
    {
        Interlocked.Increment(ref _requests);
        try
        {
            return await (hook is null ? send() : hook(request, send, token));
        }
        finally
        {
            if (Interlocked.Decrement(ref _requests) == 0) Clock.Continue();
        }
    }
}
