namespace Paperspace.Simulator;

/// <summary>
/// Describes capacity that comes and goes: in each period a machine type can be had in some of the regions that offer it, for a part of the
/// period. Which regions, and when, follows from <see cref="SimulatorOptions.RandomSeed"/>. Durations are scaled by
/// <see cref="SimulatorOptions.Speed"/>.
/// </summary>
public sealed record CapacitySchedule
{
    /// <summary>Gets or sets how long a period is.</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Gets or sets for how long of each period a machine type can be had in a region.</summary>
    public TimeSpan Available { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets in how many regions of those that offer it a machine type can be had in each period.</summary>
    public int RegionsPerPeriod { get; init; } = 1;

    /// <summary>Gets or sets the machine types that come and go; empty for every type with a GPU.</summary>
    public IReadOnlyCollection<string> MachineTypes { get; init; } = [];

    /// <summary>Gets the machine types that a simulated account offers.</summary>
    public static IReadOnlyList<string> KnownMachineTypes { get; } = [.. SimulatedMachineTypeCatalog.All.Select(type => type.Name)];

    internal void Validate()
    {
        Require(Period > TimeSpan.Zero, nameof(Period), Period, "more than zero");
        Require(Available >= TimeSpan.Zero && Available <= Period, nameof(Available), Available, "from zero to the period");
        Require(RegionsPerPeriod >= 0, nameof(RegionsPerPeriod), RegionsPerPeriod, "0 or more");
    }

    private static void Require(bool holds, string name, object value, string range)
    {
        if (!holds)
            throw new ArgumentOutOfRangeException(name, value, $"{name} has to be {range}.");
    }
}
