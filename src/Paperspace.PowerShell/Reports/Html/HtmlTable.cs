namespace Paperspace.PowerShell;

/// <summary>Writes a table.</summary>
internal static class HtmlTable
{
    /// <summary>Writes a table.</summary>
    /// <param name="caption">What it shows.</param>
    /// <param name="columns">The headings; those of numbers begin with <c>#</c>, of times with <c>@</c>, of commands with <c>$</c>.</param>
    /// <param name="rows">The rows. The first cell of each is its heading.</param>
    public static void Write(HtmlWriter html, string caption, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        using (html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", caption)))
        using (html.Open("table"))
        {
            html.Element("caption", caption);
            using (html.Open("thead"))
            using (html.Open("tr"))
                foreach (var column in columns)
                    html.Element("th", column.TrimStart('#', '@', '$'), ("scope", "col"), ("class", ClassOf(column)));
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
                    using (html.Open("td")) html.Element("code", row[i]);
                else
                    html.Element("td", row[i], ("class", ClassOf(columns[i])));
    }

    private static string ClassOf(string column) => column[0] switch { '#' => "number", '@' => "time", _ => "text" };
}
