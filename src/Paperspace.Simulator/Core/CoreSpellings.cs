namespace Paperspace.Simulator;

internal static class CoreSpellings
{
    private static readonly Dictionary<string, string> RegionNames = new(StringComparer.Ordinal)
    {
        [SimulatedRegion.NewYork] = "East Coast (NY2)",
        [SimulatedRegion.California] = "West Coast (CA1)",
        [SimulatedRegion.Amsterdam] = "Europe (AMS1)",
    };

    private static readonly Dictionary<string, string> RegionCodes = RegionNames.ToDictionary(name => name.Value, name => name.Key);

    public static Spelling<SimulatedBillingType> BillingType { get; } = new(
        ("hourly", SimulatedBillingType.Hourly),
        ("monthly", SimulatedBillingType.Monthly));

    // The reference omits `month`, but it was recorded.
    public static Spelling<SnapshotFrequency> SnapshotFrequency { get; } = new(
        ("hour", Simulator.SnapshotFrequency.Hourly),
        ("day", Simulator.SnapshotFrequency.Daily),
        ("week", Simulator.SnapshotFrequency.Weekly),
        ("month", Simulator.SnapshotFrequency.Monthly));

    public static Spelling<RestorePointFrequency> RestorePointFrequency { get; } =
        new(("shutdown", Simulator.RestorePointFrequency.Shutdown));

    public static string Region(string code) => RegionNames.TryGetValue(code, out var name) ? name : code;

    public static string ParseRegion(string name) =>
        RegionCodes.TryGetValue(name, out var code) ? code : throw CoreErrors.Invalid("region not found");
}
