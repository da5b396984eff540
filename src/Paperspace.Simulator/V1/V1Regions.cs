namespace Paperspace.Simulator.V1;

/// <summary>Spells the regions as the V1 API does.</summary>
internal static class V1Regions
{
    private static readonly Dictionary<string, string> LongNames = new(StringComparer.Ordinal)
    {
        [SimulatedRegion.NewYork] = "East Coast (NY2)",
        [SimulatedRegion.California] = "West Coast (CA1)",
        [SimulatedRegion.Amsterdam] = "Europe (AMS1)",
    };

    /// <summary>Gets the names that the specification has.</summary>
    public static IReadOnlyList<string> Short { get; } = ["ny2", "ca1", "ams1"];

    /// <summary>Returns the name of a region, long or short as the account responds; that of an unknown one is its code.</summary>
    public static string Name(string code, SimulatorV1Options options)
    {
        if (!LongNames.TryGetValue(code, out var name))
            return code;
        return options.RegionsAreShort ? code.ToLowerInvariant() : name;
    }
}
