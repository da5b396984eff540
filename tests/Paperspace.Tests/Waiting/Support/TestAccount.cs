using Newtonsoft.Json.Linq;
using Paperspace.Client;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.Tests.Waiting.Support;

/// <summary>A simulated account on a virtual clock, and a client of it.</summary>
internal sealed class TestAccount : IDisposable, IAsyncDisposable
{
    private const string Key = "a-key";

    private readonly SimulatorServer? _server;

    /// <summary>An account as its options say.</summary>
    /// <param name="options">The options.</param>
    /// <param name="api">The API that the client speaks.</param>
    public TestAccount(SimulatorOptions options, PaperspaceApiVersion api = PaperspaceApiVersion.Core)
    {
        Simulator = new SimulatedPaperspace(options, Clock);
        Traffic = new RecordingHandler(new SimulatorHandler(Simulator), Clock);
        Client = NewClient(PaperspaceClient.GetDefaultBaseUri(api));
    }

    private TestAccount(SimulatedPaperspace simulator, SimulatorServer server, SkippingTimeProvider clock)
    {
        Clock = clock;
        Simulator = simulator;
        _server = server;
        Traffic = new RecordingHandler(new SocketsHttpHandler(), Clock);
        Client = NewClient(server.BaseUri);
    }

    /// <summary>An account with one machine of each state, named <c>m0</c>, <c>m1</c> and so on.</summary>
    public TestAccount(params string[] states)
        : this(new SimulatorOptions { Seeds = Seeds(states) })
    {
    }

    public SkippingTimeProvider Clock { get; } = NewClock();

    public SimulatedPaperspace Simulator { get; }

    public RecordingHandler Traffic { get; }

    public PaperspaceClient Client { get; }

    /// <summary>An account that is reached over real HTTP, on a virtual clock nevertheless.</summary>
    public static async Task<TestAccount> ServedAsync(SimulatorOptions options)
    {
        var clock = NewClock();
        var simulator = new SimulatedPaperspace(options, clock);
        return new TestAccount(simulator, await SimulatorServer.StartAsync(simulator), clock);
    }

    public static IReadOnlyList<MachineSeed> Seeds(params IEnumerable<string> states) =>
        [.. states.Select((state, index) => new MachineSeed { Id = $"m{index}", Name = $"machine-{index}", State = state })];

    public void Dispose() => Client.Dispose();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_server is not null)
            await _server.DisposeAsync();
    }

    /// <summary>Does what a cmdlet does: acts, and says what to wait for.</summary>
    public async Task<Operation> ActAsync(string action, string machineId, string? state = null)
    {
        var operation = await SendAsync(action, machineId, WaitUntil.Completed);
        if (state is not null) operation.TargetState = state;
        return operation;
    }

    /// <summary>Acts without a thought of the end.</summary>
    public Task DoAsync(string action, string machineId) => SendAsync(action, machineId, WaitUntil.Started);

    /// <summary>The condition that a machine is gone after a deletion by somebody else.</summary>
    public static Operation Gone(string machineId, Machine? before = null) =>
        new()
        {
            ResourceId = machineId,
            MachineId = machineId,
            Action = MachineEventNames.Deactivate,
            Before = before,
        };

    private Task<Operation> SendAsync(string action, string machineId, WaitUntil waitUntil) => action switch
    {
        MachineEventNames.Start => Client.Machines.StartAsync(machineId, waitUntil, default),
        MachineEventNames.Stop => Client.Machines.StopAsync(machineId, waitUntil, default),
        MachineEventNames.Restart => Client.Machines.RestartAsync(machineId, waitUntil, default),
        MachineEventNames.Deactivate => Client.Machines.DeleteAsync(machineId, null, waitUntil, default),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>Waits for one machine.</summary>
    public async Task<Ending> WaitAsync(Operation condition, MachineWaitOptions? options = null) =>
        Assert.Single(await WaitAsync([condition], options));

    /// <summary>Waits for machines to the end.</summary>
    public async Task<IReadOnlyList<Ending>> WaitAsync(
        IReadOnlyCollection<Operation> conditions,
        MachineWaitOptions? options = null)
    {
        var endings = new List<Ending>();
        using var wait = Client.Machines.WaitFor(conditions, options ?? new());
        while (await wait.NextAsync(TestContext.Current.CancellationToken) is { } results)
            endings.AddRange(results.Select(result => new Ending(Clock.Elapsed, result)));
        Assert.Equal(conditions.Count, endings.Count);
        return endings;
    }

    /// <summary>The machine as it really is now, read past the client and the wiretap; null when it is gone.</summary>
    public JObject? Truth(string machineId)
    {
        var request = new SimulatedRequest("GET", $"/machines/getMachinePublic?machineId={machineId}", [new("X-Api-Key", Key)]);
        var response = Simulator.Respond(request);
        return response.Status == 200 ? JObject.Parse(response.Body!) : null;
    }

    public string? StateOf(string machineId) => (string?)Truth(machineId)?["state"];

    /// <summary>The machine's newest event, as <c>name state</c>.</summary>
    public string? NewestEventOf(string machineId) =>
        Truth(machineId)?["events"]?[0] is { } newest ? $"{newest["name"]} {newest["state"]}" : null;

    private static SkippingTimeProvider NewClock() => new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    // Retries of single requests are tested elsewhere; here each failure is to reach the wait.
    private PaperspaceClient NewClient(Uri baseUri) => new(new PaperspaceClientOptions
    {
        ApiKey = Key,
        BaseUri = baseUri,
        TimeProvider = Clock,
        Handler = Traffic,
        MaximumRetryCount = 0,
    });
}
