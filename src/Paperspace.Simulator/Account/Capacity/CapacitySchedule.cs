namespace Paperspace.Simulator;

/// <summary>
/// Describes capacity that comes and goes: in each period, a machine type is available in some of its regions for a part of the period. The
/// regions and times depend on <see cref="SimulatorOptions.RandomSeed"/>; <see cref="SimulatorOptions.Speed"/> scales the durations.
/// </summary>
public sealed record CapacitySchedule
{
    /// <summary>Gets or sets the length of a period.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets how long a machine type is available in a region in each period.</summary>
    public TimeSpan Available { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets the number of regions in which a machine type is available in each period.</summary>
    public int RegionsPerPeriod { get; init; } = 1;

    /// <summary>Gets or sets the machine types that the schedule applies to; empty for every type with a GPU.</summary>
    public IReadOnlyCollection<string> MachineTypes { get; init; } = [];

    /// <summary>Gets the machine types that a simulated account offers.</summary>
    public static IReadOnlyList<string> KnownMachineTypes { get; } = [.. SimulatedMachineTypeCatalog.All.Select(type => type.Name)];

    internal void Validate()
    {
        SimulatorOptions.Require(Period > TimeSpan.Zero, nameof(Period), Period, "more than zero");
        SimulatorOptions.Require(
            Available >= TimeSpan.Zero && Available <= Period, nameof(Available), Available, "from zero to the period");
        SimulatorOptions.Require(RegionsPerPeriod >= 0, nameof(RegionsPerPeriod), RegionsPerPeriod, "0 or more");
    }
}

/// <summary>Specifies what happens to a start or a create without capacity.</summary>
public enum CapacityShortage
{
    /// <summary>The request is accepted, but the start event fails later.</summary>
    FailsStart,

    /// <summary>The request is rejected.</summary>
    RefusesRequest,
}
