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

    private static IReadOnlyList<(string Full, string Short)> Names { get; } = [.. Known.Select(full => (full, Code(full)))];

    /// <summary>Returns the full name for a short one such as <c>NY2</c>; any other text as it is.</summary>
    public static string FullName(string region) => Find(region)?.Full ?? region;

    /// <summary>Returns the short name, such as <c>NY2</c>, for any name of a known region; for another region the part in parentheses,
    /// or the text as it is.</summary>
    public static string? ShortName(string? region) => region is null ? null : Find(region)?.Short ?? Code(region);

    /// <summary>Returns the short name for any name of a known region; any other text as it is.</summary>
    public static string? Normalize(string? region) => region is null ? null : Find(region)?.Short ?? region;

    /// <summary>Returns whether two names, full or short, are those of the same region.</summary>
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
