namespace Paperspace.PowerShell;

/// <summary>Writes tables.</summary>
internal static class HtmlTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="columns">The headings; those of numbers begin with <c>#</c>, of times with <c>@</c>, of commands with <c>$</c>.</param>
    /// <param name="rows">The rows. The first cell of each is its heading.</param>
    /// <param name="style">An additional CSS class; null for none.</param>
    public static void Write(
        HtmlWriter html, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows, string? style = null)
    {
        using (html.Open("div", ("class", style is null ? "scroll" : $"scroll {style}"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)))
        using (html.Open("table"))
        {
            html.Element("caption", caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
                foreach (var column in columns)
                    html.Element("th", NameOf(column), ("scope", "col"), ("class", ClassOf(column)));
            using (html.Open("tbody"))
                foreach (var row in rows)
                    WriteRow(html, columns, row);
        }
    }

    private static void WriteRow(HtmlWriter html, IReadOnlyList<string> columns, IReadOnlyList<string> row)
    {
        using (html.Open("tr"))
            for (var i = 0; i < row.Count; i++)
                if (i == 0)
                    html.Element("th", row[i], ("scope", "row"));
                else if (columns[i][0] == '$' && row[i].Length > 0)
                    using (html.Open("td", ("class", "command"), Label(columns[i]))) html.Element("code", row[i]);
                else
                    html.Element("td", row[i], ("class", ClassOf(columns[i])), Label(columns[i]));
    }

    /// <summary>Returns the heading as an attribute: a narrow screen shows it beside each value.</summary>
    private static (string, string) Label(string column) => ("data-label", NameOf(column));

    private static string NameOf(string column) => column.TrimStart('#', '@', '$');

    private static string ClassOf(string column) => column[0] switch { '#' => "number", '@' => "time", _ => "text" };
}
