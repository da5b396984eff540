namespace Paperspace.Simulator;

/// <summary>Names the regions by their codes. Each API formats them differently.</summary>
internal static class SimulatedRegion
{
    public const string NewYork = "NY2";
    public const string California = "CA1";
    public const string Amsterdam = "AMS1";

    public static IReadOnlyList<string> All { get; } = [NewYork, California, Amsterdam];

    /// <summary>Returns the code of a region that is specified as its code or has it in parentheses; any other string unchanged.</summary>
    public static string Normalize(string region)
    {
        var open = region.LastIndexOf('(');
        var code = open >= 0 && region.EndsWith(")", StringComparison.Ordinal)
            ? region.Substring(open + 1, region.Length - open - 2)
            : region;
        return All.FirstOrDefault(known => string.Equals(known, code.Trim(), StringComparison.OrdinalIgnoreCase)) ?? region;
    }
}
