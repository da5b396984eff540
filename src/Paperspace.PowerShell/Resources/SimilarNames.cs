namespace Paperspace.PowerShell;

/// <summary>Finds the names that someone may have meant.</summary>
internal static class SimilarNames
{
    private const int MaxNames = 3;
    private const int MaxCompared = 64;
    private const int MaxListed = 10;

    /// <summary>Returns the names nearest to a mistyped one, the nearest first; none that is far off.</summary>
    public static IReadOnlyList<string> Find(string mistyped, IEnumerable<string> names)
    {
        // Users of one domain are not similar for it.
        var domain = mistyped.IndexOf('@') is >= 0 and var at ? mistyped.Substring(at) : "";
        var length = mistyped.Length - domain.Length;
        var farthest = Math.Max(Math.Min(2, length - 1), length / 3);
        return
        [
            .. names
                .Where(name => name.Length > 0)
                .Select(name => (Name: name, Distance: Distance(Cut(mistyped), Cut(name))))
                .Where(near =>
                    near.Distance <= farthest
                    || near.Name.IndexOf(mistyped, StringComparison.OrdinalIgnoreCase) >= 0
                    || mistyped.StartsWith(near.Name + ".", StringComparison.OrdinalIgnoreCase))
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, StringComparer.OrdinalIgnoreCase)
                .Take(MaxNames)
                .Select(near => near.Name),
        ];
    }

    /// <summary>Returns two sentences about a value that is not known; the second suggests the nearest ones.</summary>
    /// <param name="value">The value.</param>
    /// <param name="noun">What it should be, such as <c>region</c>.</param>
    /// <param name="known">The known values.</param>
    public static string DescribeUnknown(string value, string noun, IReadOnlyCollection<string> known) =>
        $"'{TerminalText.Sanitize(value)}' is not a known {noun}. {DescribeNearest(value, known)}".TrimEnd();

    /// <summary>Returns a sentence that suggests the values nearest to a mistyped one, or lists a few if none is near.</summary>
    public static string DescribeNearest(string mistyped, IReadOnlyCollection<string> known) =>
        Find(mistyped, known) is { Count: > 0 } nearest ? $"Did you mean {string.Join(" or ", nearest.Select(near => $"'{near}'"))}?"
        : known.Count <= MaxListed ? $"Known: {string.Join(", ", known)}."
        : "";

    private static string Cut(string text) =>
        (text.Length <= MaxCompared ? text : text.Substring(0, MaxCompared)).ToUpperInvariant();

    /// <summary>Counts how many letters must be put in, taken out or changed.</summary>
    private static int Distance(string from, string to)
    {
        var above = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var row = new int[to.Length + 1];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                row[j] = Math.Min(change, Math.Min(above[j], row[j - 1]) + 1);
            }

            above = row;
        }

        return above[to.Length];
    }
}
