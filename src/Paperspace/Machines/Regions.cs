namespace Paperspace;

/// <summary>Names the known regions, by their full and their short names. The API may know others.</summary>
public static class Regions
{
    /// <summary>NY2.</summary>
    public const string EastCoast = "East Coast (NY2)";

    /// <summary>CA1.</summary>
    public const string WestCoast = "West Coast (CA1)";

    /// <summary>AMS1.</summary>
    public const string Europe = "Europe (AMS1)";

    /// <summary>Gets the full names.</summary>
    public static IReadOnlyList<string> Known { get; } = [EastCoast, WestCoast, Europe];

    /// <summary>Returns the full name for a short one such as <c>NY2</c>; any other text as it is.</summary>
    public static string FullName(string region)
    {
        foreach (var known in Known)
            if (string.Equals(ShortName(known), region.Trim(), StringComparison.OrdinalIgnoreCase)
                || string.Equals(known, region.Trim(), StringComparison.OrdinalIgnoreCase))
                return known;
        return region;
    }

    /// <summary>Returns the part in parentheses, such as <c>NY2</c>; without one, the text as it is.</summary>
    public static string? ShortName(string? region)
    {
        if (region is null || !region.EndsWith(")", StringComparison.Ordinal)) return region;
        var open = region.LastIndexOf('(');
        return open < 0 ? region : region.Substring(open + 1, region.Length - open - 2);
    }
}
