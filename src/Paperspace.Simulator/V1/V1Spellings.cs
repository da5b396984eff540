namespace Paperspace.Simulator;

internal static class V1Spellings
{
    private static readonly Dictionary<string, string> LongRegions = new(StringComparer.Ordinal)
    {
        [SimulatedRegion.NewYork] = "East Coast (NY2)",
        [SimulatedRegion.California] = "West Coast (CA1)",
        [SimulatedRegion.Amsterdam] = "Europe (AMS1)",
    };

    /// <summary>Gets the regions as specified.</summary>
    public static IReadOnlyList<string> Regions { get; } = ["ny2", "ca1", "ams1"];

    public static Spelling<SimulatedPublicIpType> PublicIpType { get; } = new(
        ("static", SimulatedPublicIpType.Static),
        ("dynamic", SimulatedPublicIpType.Dynamic),
        ("none", SimulatedPublicIpType.None));

    public static Spelling<SnapshotFrequency> SnapshotFrequency { get; } = new(
        ("hourly", Simulator.SnapshotFrequency.Hourly),
        ("daily", Simulator.SnapshotFrequency.Daily),
        ("weekly", Simulator.SnapshotFrequency.Weekly),
        ("monthly", Simulator.SnapshotFrequency.Monthly));

    public static Spelling<RestorePointFrequency> RestorePointFrequency { get; } =
        new(("shutdown", Simulator.RestorePointFrequency.Shutdown));

    public static string Region(string code, SimulatorV1Options options) =>
        !LongRegions.TryGetValue(code, out var name) ? code : options.RegionsAreShort ? code.ToLowerInvariant() : name;
}
