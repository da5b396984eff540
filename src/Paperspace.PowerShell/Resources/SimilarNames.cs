namespace Paperspace.PowerShell;

/// <summary>Finds the names that someone may have meant.</summary>
internal static class SimilarNames
{
    private const int Most = 3;
    private const int LongestCompared = 64;

    /// <summary>Returns the names nearest to a mistyped one, the nearest first; none that is far off.</summary>
    public static IReadOnlyList<string> Find(string mistyped, IEnumerable<string> names)
    {
        var farthest = Math.Max(2, mistyped.Length / 3);
        return
        [
            .. names
                .Where(name => name.Length > 0)
                .Select(name => (Name: name, Distance: Distance(Cut(mistyped), Cut(name))))
                .Where(near => near.Distance <= farthest || near.Name.IndexOf(mistyped, StringComparison.OrdinalIgnoreCase) >= 0)
                .OrderBy(near => near.Distance)
                .ThenBy(near => near.Name, StringComparer.OrdinalIgnoreCase)
                .Take(Most)
                .Select(near => near.Name),
        ];
    }

    private static string Cut(string text) =>
        (text.Length <= LongestCompared ? text : text.Substring(0, LongestCompared)).ToUpperInvariant();

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
