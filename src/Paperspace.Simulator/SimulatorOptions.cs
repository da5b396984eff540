namespace Paperspace.Simulator;

/// <summary>Configures a simulated account. Durations are in real time; <see cref="Speed"/> scales transitions.</summary>
public sealed record SimulatorOptions
{
    /// <summary>
    /// Gets or sets how many times faster than real ones machines change: 60 turns a minute into a second. Must be
    /// greater than 0.
    /// </summary>
    public double Speed { get; init; } = 1;

    /// <summary>Gets or sets the number of generated machines that the account starts with, in addition to <see cref="Seeds"/>.</summary>
    public int Machines { get; init; }

    /// <summary>Gets or sets the machines that the account starts with.</summary>
    public IReadOnlyList<MachineSeed> Seeds { get; init; } = [];

    /// <summary>Gets or sets the seed of ids, addresses, durations and faults. Accounts with the same seed respond identically.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Gets or sets the accepted API keys; empty to accept any nonempty key.</summary>
    public IReadOnlyCollection<string> ApiKeys { get; init; } = [];

    /// <summary>Gets or sets the response time through <see cref="SimulatorHandler"/> and the server. Not scaled.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets or sets how long after an action its event is <c>new</c> and the state unchanged. Scaled.</summary>
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets the durations of transitions at speed 1.</summary>
    public TransitionDurations Durations { get; init; } = new();

    /// <summary>Gets or sets the variation of durations as a fraction: 0.1 means up to 10 % more or less. 0 keeps tests exact.</summary>
    public double Jitter { get; init; }

    /// <summary>Gets or sets the maximum and default number of machines per list of the Core API.</summary>
    public int PageLimit { get; init; } = 1000;

    /// <summary>Gets or sets the id of the team that owns the account's machines.</summary>
    public string TeamId { get; init; } = "tewr3st2z";

    /// <summary>Gets or sets the namespace of the team, which is part of URLs.</summary>
    public string TeamNamespace { get; init; } = "example-team";

    /// <summary>Gets or sets the maximum number of machines of the team; null for no limit.</summary>
    public int? MaxMachines { get; init; }

    /// <summary>Gets or sets what happens to a start or a create without capacity.</summary>
    public CapacityShortage CapacityShortage { get; init; } = CapacityShortage.FailsStart;

    /// <summary>Gets or sets when and where machine types are available; null for always, in every region that offers them.</summary>
    public CapacitySchedule? CapacitySchedule { get; init; }

    /// <summary>Gets or sets how long responses lag behind accepted changes.</summary>
    public SimulatorLagOptions Lag { get; init; } = new();

    /// <summary>Gets or sets the share of events, from 0 to 1, that are only in the response to their action.</summary>
    public double LostEvents { get; init; }

    /// <summary>Gets or sets the share of responses, from 0 to 1, whose events are in random order.</summary>
    public double ShuffledEvents { get; init; }

    /// <summary>
    /// Gets or sets the share of deletions, from 0 to 1, that fail: the machine answers 404 until its event ends in <c>error</c>, then
    /// returns to its previous state.
    /// </summary>
    public double FailedDeletions { get; init; }

    /// <summary>Gets or sets the faults that the account starts with; see <see cref="SimulatedPaperspace.Inject"/>.</summary>
    public IReadOnlyList<SimulatedFault> Faults { get; init; } = [];

    /// <summary>Gets or sets the options of the V1 API.</summary>
    public SimulatorV1Options V1 { get; init; } = new();

    /// <summary>Gets or sets the id of the user who owns the key and, by default, new machines.</summary>
    public string UserId { get; init; } = "ubx9ce8k";

    /// <summary>Gets or sets the number of recent requests that <see cref="SimulatedPaperspace.Log"/> keeps; 0 for none.</summary>
    public int LogCapacity { get; init; }

    internal void Validate()
    {
        Require(Speed > 0 && !double.IsInfinity(Speed), nameof(Speed), Speed, "more than 0");
        Require(Machines >= 0, nameof(Machines), Machines, "0 or more");
        Require(Latency >= TimeSpan.Zero, nameof(Latency), Latency, "zero or more");
        Require(StaleFor >= TimeSpan.Zero, nameof(StaleFor), StaleFor, "zero or more");
        Require(Jitter is >= 0 and < 1, nameof(Jitter), Jitter, "from 0 to less than 1");
        Require(PageLimit > 0, nameof(PageLimit), PageLimit, "more than 0");
        Require(MaxMachines is null or >= 0, nameof(MaxMachines), MaxMachines ?? 0, "0 or more");
        CapacitySchedule?.Validate();
        Require(LostEvents is >= 0 and <= 1, nameof(LostEvents), LostEvents, "from 0 to 1");
        Require(ShuffledEvents is >= 0 and <= 1, nameof(ShuffledEvents), ShuffledEvents, "from 0 to 1");
        Require(FailedDeletions is >= 0 and <= 1, nameof(FailedDeletions), FailedDeletions, "from 0 to 1");
        Lag.Validate();
        V1.Validate();
        Require(LogCapacity >= 0, nameof(LogCapacity), LogCapacity, "0 or more");
    }

    internal static void Require(bool holds, string name, object value, string range)
    {
        if (!holds) throw new ArgumentOutOfRangeException(name, value, $"{name} must be {range}.");
    }
}
