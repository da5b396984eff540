using System.Globalization;

namespace Paperspace.Bench;

/// <summary>The table that is printed: what was measured, ours beside the other, and their ratio beside its target.</summary>
internal sealed class Table
{
    private readonly List<string[]> _rows = [["measurement", "module", "compared with", "ratio", "target"], ["---", "---:", "---:", "---:", "---:"]];

    /// <summary>Adds a comparison of two times.</summary>
    public void Add(string what, TimeSpan ours, string other, TimeSpan beside, string target) =>
        Add(what, Milliseconds(ours), $"{other} {Milliseconds(beside)}", Ratio(ours / beside), target);

    /// <summary>Adds a row as it stands.</summary>
    public void Add(params string[] row)
    {
        _rows.Add(row);
        Console.Error.WriteLine(string.Join(" | ", row));
    }

    public static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0} ms");

    public static string Ratio(double ratio) => ratio.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Prints the table in Markdown.</summary>
    public void Print()
    {
        foreach (var row in _rows) Console.WriteLine($"| {string.Join(" | ", row)} |");
    }
}
