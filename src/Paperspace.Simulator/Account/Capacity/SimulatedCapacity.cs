namespace Paperspace.Simulator;

/// <summary>Determines where and when machine types are available: as set, otherwise as offered and scheduled.</summary>
internal sealed class SimulatedCapacity(SimulatorOptions options, DeterministicRandom random, DateTimeOffset begins)
{
    private readonly Dictionary<(string Region, string MachineType), bool> _set = [];

    public void Set(string region, string machineType, bool available) => _set[(region, machineType)] = available;

    public bool Has(string region, SimulatedMachineType type, DateTimeOffset now)
    {
        if (_set.TryGetValue((region, type.Name), out var available)) return available;
        return type.Regions.Contains(region) && IsScheduled(region, type, now);
    }

    private bool IsScheduled(string region, SimulatedMachineType type, DateTimeOffset now)
    {
        if (options.CapacitySchedule is not { } schedule || !Covers(schedule, type)) return true;
        var period = (long)(schedule.Period.Ticks / options.Speed);
        var length = (long)(schedule.Available.Ticks / options.Speed);
        var elapsed = Math.Max(0, (now - begins).Ticks);
        var number = elapsed / Math.Max(1, period);
        var chosen = type.Regions.OrderBy(other => random.Draw(RandomPurpose.Capacity, Subject(other, type), number));
        if (!chosen.Take(schedule.RegionsPerPeriod).Contains(region)) return false;
        var latest = Math.Max(1, period - length);
        var opens = (long)(random.Fraction(RandomPurpose.Capacity, Subject(region, type), ~number) * latest);
        var at = elapsed % Math.Max(1, period);
        return at >= opens && at < opens + length;
    }

    private static bool Covers(CapacitySchedule schedule, SimulatedMachineType type) =>
        schedule.MachineTypes.Count == 0
            ? !type.IsCpuOnly
            : schedule.MachineTypes.Contains(type.Name, StringComparer.OrdinalIgnoreCase);

    // Unlike string.GetHashCode, this hash is the same in every process.
    private static long Subject(string region, SimulatedMachineType type)
    {
        var hash = 17L;
        foreach (var character in region + "/" + type.Name) hash = unchecked((hash * 31) + character);
        return hash;
    }
}
