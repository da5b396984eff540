namespace Paperspace.Simulator.Core;

/// <summary>Spells the regions as the Core API does: by their long names.</summary>
internal static class CoreRegions
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        [SimulatedRegion.NewYork] = "East Coast (NY2)",
        [SimulatedRegion.California] = "West Coast (CA1)",
        [SimulatedRegion.Amsterdam] = "Europe (AMS1)",
    };

    private static readonly Dictionary<string, string> Codes = Names.ToDictionary(name => name.Value, name => name.Key);

    /// <summary>Returns the name of a region; that of an unknown one is its code.</summary>
    public static string Name(string code) => Names.TryGetValue(code, out var name) ? name : code;

    /// <exception cref="RequestRejectedException">There is no region of the name.</exception>
    public static string Parse(string name) => Codes.TryGetValue(name, out var code) ? code : throw CoreErrors.Invalid("region not found");
}
