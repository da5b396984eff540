namespace Paperspace.Simulator;

/// <summary>Configures a simulated account. Durations are real ones; <see cref="Speed"/> scales the transitions.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Gets or sets how much faster than in reality machines change: 60 is a minute in a second. More than 0.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Gets or sets how many generated machines the account starts with, after <see cref="Seeds"/>.</summary>
    public int Machines { get; init; }

    /// <summary>Gets or sets the machines that the account starts with.</summary>
    public IReadOnlyList<MachineSeed> Seeds { get; init; } = [];

    /// <summary>Gets or sets the seed of ids, addresses, durations and faults: two accounts with the same seed respond alike.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Gets or sets the accepted API keys; empty to accept any key that is not empty.</summary>
    public IReadOnlyCollection<string> ApiKeys { get; init; } = [];

    /// <summary>Gets or sets how long a response takes through <see cref="SimulatorHandler"/> and the server. Not scaled.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets or sets how long after an action its event is <c>new</c> and the state unchanged. Scaled.</summary>
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how long each transition takes at speed 1.</summary>
    public TransitionDurations Durations { get; init; } = new();

    /// <summary>Gets or sets how much durations vary, as a fraction: 0.1 is up to 10 % in both directions. 0 keeps tests exact.</summary>
    public double Jitter { get; init; }

    /// <summary>Gets or sets the maximum, and default, number of machines in one list of the Core API.</summary>
    public int PageLimit { get; init; } = 1000;

    /// <summary>Gets or sets the team that owns the account's machines.</summary>
    public string TeamId { get; init; } = "tewr3st2z";

    /// <summary>Gets or sets the name of the team in addresses.</summary>
    public string TeamNamespace { get; init; } = "example-team";

    /// <summary>Gets or sets how many machines the team can have; null for any number.</summary>
    public int? MaxMachines { get; init; }

    /// <summary>Gets or sets what happens to a start or a create for which there is no capacity.</summary>
    public CapacityShortage CapacityShortage { get; init; } = CapacityShortage.FailsStart;

    /// <summary>Gets or sets when and where machine types are available; null for always, wherever they are offered.</summary>
    public CapacitySchedule? CapacitySchedule { get; init; }

    /// <summary>Gets or sets how long responses lag behind what the account has accepted.</summary>
    public SimulatorLagOptions Lag { get; init; } = new();

    /// <summary>Gets or sets the share of events, from 0 to 1, that no response ever has, except that of the action itself.</summary>
    public double LostEvents { get; init; }

    /// <summary>Gets or sets the share of responses with events, from 0 to 1, that have them in random order.</summary>
    public double ShuffledEvents { get; init; }

    /// <summary>
    /// Gets or sets the share of deletions, from 0 to 1, that fail: the machine answers 404 until its event ends in <c>error</c>, and is then
    /// what it was before.
    /// </summary>
    public double FailedDeletions { get; init; }

    /// <summary>Gets or sets the faults that the account starts with; see <see cref="SimulatedPaperspace.Inject"/>.</summary>
    public IReadOnlyList<SimulatedFault> Faults { get; init; } = [];

    /// <summary>Gets or sets the options of the V1 API.</summary>
    public SimulatorV1Options V1 { get; init; } = new();

    /// <summary>Gets or sets the user who owns the key, and the machines that are created for nobody else.</summary>
    public string UserId { get; init; } = "ubx9ce8k";

    /// <summary>Gets or sets how many of the latest requests <see cref="SimulatedPaperspace.Log"/> keeps; 0 keeps none.</summary>
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
