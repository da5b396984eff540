using Microsoft.Extensions.Time.Testing;
using Paperspace.Client;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>A simulated Paperspace on loopback, on a clock that stands still until a test moves it, and a session connected to
/// it.</summary>
internal sealed class SimulatedHost : IAsyncDisposable
{
    /// <summary>The key that it takes.</summary>
    public const string Key = "k3y-of-the-test";

    private readonly SimulatorServer _server;

    private SimulatedHost(
        SimulatedPaperspace paperspace,
        FakeTimeProvider clock,
        SimulatorServer server,
        RecordingHost? host,
        PaperspaceApiVersion api)
    {
        Paperspace = paperspace;
        Clock = clock;
        _server = server;
        Session = new Session(host);
        BaseUri = api == PaperspaceApiVersion.V1 ? server.V1BaseUri : server.BaseUri;
        Session.Connect(Connect(BaseUri));
    }

    /// <summary>The account.</summary>
    public SimulatedPaperspace Paperspace { get; }

    /// <summary>The account's clock.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>The session.</summary>
    public Session Session { get; }

    /// <summary>The base address of the API that it is reached through.</summary>
    public Uri BaseUri { get; }

    /// <summary>The requests so far, oldest first.</summary>
    public IReadOnlyList<SimulatedRequest> Log => Paperspace.Log;

    /// <summary>Starts one with these machines.</summary>
    public static Task<SimulatedHost> StartAsync(params MachineSeed[] machines) => StartAsync(null, machines);

    /// <summary>Starts one with these machines, that is reached through the V1 API.</summary>
    public static Task<SimulatedHost> StartV1Async(params MachineSeed[] machines) => StartAsync(null, PaperspaceApiVersion.V1, machines);

    /// <summary>Starts one with these machines, that is reached through the V1 API, and a host that shows things.</summary>
    public static Task<SimulatedHost> StartV1Async(RecordingHost? host, params MachineSeed[] machines) =>
        StartAsync(host, PaperspaceApiVersion.V1, machines);

    /// <summary>Starts one with these machines, and a host that shows things.</summary>
    public static Task<SimulatedHost> StartAsync(RecordingHost? host, params MachineSeed[] machines) =>
        StartAsync(host, PaperspaceApiVersion.Core, machines);

    /// <summary>Starts one with these machines, that is reached through this API.</summary>
    public static Task<SimulatedHost> StartAsync(PaperspaceApiVersion api, params MachineSeed[] machines) =>
        StartAsync(null, api, machines);

    /// <summary>Starts one with these machines, that is reached through this API, and a host that shows things.</summary>
    public static async Task<SimulatedHost> StartAsync(RecordingHost? host, PaperspaceApiVersion api, params MachineSeed[] machines)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 3, 14, 15, 9, 26, TimeSpan.Zero));
        var paperspace = new SimulatedPaperspace(new SimulatorOptions { Seeds = machines, ApiKeys = [Key], LogCapacity = 10_000 }, clock);
        return new SimulatedHost(paperspace, clock, await SimulatorServer.StartAsync(paperspace), host, api);
    }

    private static PaperspaceAccount Connect(Uri baseUri) =>
        new(
            "default",
            baseUri,
            "parameter ApiKey",
            new PaperspaceClient(
                new PaperspaceClientOptions
                {
                    ApiKey = Key,
                    BaseUri = baseUri,
                    MaximumRetryCount = 0,
                    TimeProvider = new PatientTimeProvider(),
                }));

    /// <summary>Runs a script in the session.</summary>
    public Outcome Run(string script, params object[] input) => Session.Run(script, input);

    /// <summary>The requests so far, each as its method and path with query.</summary>
    public IReadOnlyList<string> Lines() =>
        [.. Log.Select(request => $"{request.Method} {request.Path}{(request.Query.Length > 0 ? "?" + request.Query : "")}")];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Session.Dispose();
        await _server.DisposeAsync();
    }
}
