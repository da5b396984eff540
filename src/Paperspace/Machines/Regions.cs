namespace Paperspace;

/// <summary>Names the known regions. Each has a full and a short name. The API may know others.</summary>
public static class Regions
{
    /// <summary>The region <c>NY2</c>, in New York.</summary>
    public const string EastCoast = "East Coast (NY2)";

    /// <summary>The region <c>CA1</c>, in California.</summary>
    public const string WestCoast = "West Coast (CA1)";

    /// <summary>The region <c>AMS1</c>, in Amsterdam.</summary>
    public const string Europe = "Europe (AMS1)";

    /// <summary>Gets the full names of the known regions.</summary>
    public static IReadOnlyList<string> Known { get; } = [EastCoast, WestCoast, Europe];

    private static IReadOnlyList<(string Full, string Short)> Names { get; } = [.. Known.Select(full => (full, Code(full)))];

    /// <summary>Returns the full name of a known region; any other string unchanged.</summary>
    public static string FullName(string region) => Find(region)?.Full ?? region;

    /// <summary>
    /// Returns the short name of a region, such as <c>NY2</c>. For an unknown region, that is the part in parentheses,
    /// or the whole string.
    /// </summary>
    public static string? ShortName(string? region) => region is null ? null : Find(region)?.Short ?? Code(region);

    /// <summary>Returns the short name of a known region; any other string unchanged.</summary>
    public static string? Normalize(string? region) => region is null ? null : Find(region)?.Short ?? region;

    /// <summary>Returns whether two full or short names refer to the same region.</summary>
    public static bool AreSame(string? first, string? second) =>
        string.Equals(Normalize(first), Normalize(second), StringComparison.OrdinalIgnoreCase);

    private static (string Full, string Short)? Find(string region)
    {
        var name = region.Trim();
        for (var i = 0; i < Names.Count; i++)
        {
            if (string.Equals(name, Names[i].Short, StringComparison.OrdinalIgnoreCase)
                || string.Equals(name, Names[i].Full, StringComparison.OrdinalIgnoreCase))
            {
                return Names[i];
            }
        }

        return null;
    }

    private static string Code(string name)
    {
        if (!name.EndsWith(")", StringComparison.Ordinal)) return name;
        var open = name.LastIndexOf('(');
        return open < 0 ? name : name.Substring(open + 1, name.Length - open - 2);
    }
}
