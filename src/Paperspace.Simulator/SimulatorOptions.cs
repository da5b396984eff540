namespace Paperspace.Simulator;

/// <summary>Says how a simulated account is set up. Its durations are real ones; <see cref="Speed"/> scales the transitions.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Gets or sets how many times faster than the real service machines change: 1 is real time, 60 a minute per second. More than
    /// 0.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>Gets or sets how many machines the account starts with, beside <see cref="Seeds"/>; generated from
    /// <see cref="RandomSeed"/>.</summary>
    public int Machines { get; init; }

    /// <summary>Gets or sets the machines the account starts with, listed before the generated ones.</summary>
    public IReadOnlyList<MachineSeed> Seeds { get; init; } = [];

    /// <summary>Decides ids, addresses, event ids and jitter: two accounts of the same seed respond alike.</summary>
    public int RandomSeed { get; init; } = 1;

    /// <summary>Gets or sets the accepted API keys. Empty means that any key is accepted, but there must be one.</summary>
    public IReadOnlyCollection<string> ApiKeys { get; init; } = [];

    /// <summary>Gets or sets how long a response takes over <see cref="SimulatorHandler"/> and the server; not scaled.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Gets or sets how long the state that is read after an action stays the old one. Scaled by <see cref="Speed"/>.</summary>
    public TimeSpan StaleFor { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Gets or sets how long each transition takes at speed 1.</summary>
    public TransitionDurations Durations { get; init; } = new();

    /// <summary>Gets or sets how far a duration may be from its nominal one, as a fraction: 0.1 is up to 10 % either way. 0 keeps tests
    /// exact.</summary>
    public double Jitter { get; init; }

    /// <summary>Gets or sets the most machines in one list of the Core API, and how many when no limit is asked for.</summary>
    public int PageLimit { get; init; } = 1000;

    /// <summary>Gets or sets the team that owns the account's machines.</summary>
    public string TeamId { get; init; } = "tewr3st2z";

    /// <summary>Gets or sets the name of the team in addresses.</summary>
    public string TeamNamespace { get; init; } = "example-team";

    /// <summary>Gets or sets the most machines that the team may have; null for any number.</summary>
    public int? MaxMachines { get; init; }

    /// <summary>Gets or sets what a start or a create comes to when its machine type cannot be had.</summary>
    public CapacityShortage CapacityShortage { get; init; } = CapacityShortage.FailsStart;

    /// <summary>Gets or sets when and where machine types can be had; null for always, wherever they are offered.</summary>
    public CapacitySchedule? CapacitySchedule { get; init; }

    /// <summary>Gets or sets what only the V1 API has.</summary>
    public SimulatorV1Options V1 { get; init; } = new();

    /// <summary>Gets or sets the user whose key it is, and who owns machines that are created for nobody else.</summary>
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
        V1.Validate();
        Require(LogCapacity >= 0, nameof(LogCapacity), LogCapacity, "0 or more");
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, $"{name} has to be {range}.");
    }
}
