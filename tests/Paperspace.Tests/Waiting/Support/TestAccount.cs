using Newtonsoft.Json.Linq;
using Paperspace.Client;
using Paperspace.Simulator;

namespace Paperspace.Tests.Waiting.Support;

/// <summary>A simulated account on a virtual clock, and a client of it.</summary>
internal sealed class TestAccount : IDisposable
{
    private const string Key = "a-key";

    /// <summary>An account as its options say.</summary>
    public TestAccount(SimulatorOptions options, int retries = 0)
    {
        Simulator = new SimulatedPaperspace(options, Clock);
        Wire = new Wiretap(new SimulatorHandler(Simulator), Clock);
        Client = new PaperspaceClient(new PaperspaceClientOptions
        {
            ApiKey = Key,
            TimeProvider = Clock,
            Handler = Wire,
            MaximumRetryCount = retries,
        });
    }

    /// <summary>An account with one machine of each state, named <c>m0</c>, <c>m1</c> and so on.</summary>
    public TestAccount(params string[] states)
        : this(new SimulatorOptions { Seeds = Seeds(states) })
    {
    }

    public EventClock Clock { get; } = new();

    public SimulatedPaperspace Simulator { get; }

    public Wiretap Wire { get; }

    public PaperspaceClient Client { get; }

    public static IReadOnlyList<MachineSeed> Seeds(params IEnumerable<string> states) =>
        [.. states.Select((state, index) => new MachineSeed { Id = $"m{index}", Name = $"machine-{index}", State = state })];

    public void Dispose() => Client.Dispose();

    /// <summary>Does what a cmdlet does: notes the baseline, acts, and says what to wait for.</summary>
    public async Task<MachineExpectation> ActAsync(string action, string machineId, string? state = null)
    {
        var baseline = await Client.NoteBaselineAsync(machineId, default);
        await DoAsync(action, machineId);
        return action == MachineEventNames.Deactivate
            ? MachineExpectation.Gone(machineId, baseline)
            : MachineExpectation.AfterAction(machineId, action, state ?? (action == MachineEventNames.Stop ? "off" : "ready"), baseline);
    }

    public Task DoAsync(string action, string machineId) => action switch
    {
        MachineEventNames.Start => Client.StartMachineAsync(machineId, default),
        MachineEventNames.Stop => Client.StopMachineAsync(machineId, default),
        MachineEventNames.Restart => Client.RestartMachineAsync(machineId, default),
        MachineEventNames.Deactivate => Client.DestroyMachineAsync(machineId, null, default),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    /// <summary>Waits for one machine.</summary>
    public async Task<Ending> WaitAsync(MachineExpectation expectation, MachineWaitOptions? options = null) =>
        Assert.Single(await WaitAsync([expectation], options));

    /// <summary>Waits for machines to the end.</summary>
    public async Task<IReadOnlyList<Ending>> WaitAsync(IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions? options = null)
    {
        var endings = new List<Ending>();
        using var wait = Client.WaitForMachines(expectations, options ?? new());
        while (await wait.NextAsync(TestContext.Current.CancellationToken) is { } arrivals)
            endings.AddRange(arrivals.Select(arrival => new Ending(Clock.Elapsed, arrival)));
        Assert.Equal(expectations.Count, endings.Count);
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
    public string? NewestEventOf(string machineId) => Truth(machineId)?["events"]?[0] is { } newest ? $"{newest["name"]} {newest["state"]}" : null;
}
