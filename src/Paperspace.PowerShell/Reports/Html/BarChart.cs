using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Writes a chart of horizontal bars as SVG: the name and the value over each bar, so that text has its size at every
/// width.</summary>
internal static class BarChart
{
    private const int RowHeight = 34;
    private const int TextBaseline = 14;
    private const int BarTop = 20;
    private const int BarHeight = 9;
    private const int Margin = 4;

    /// <summary>Writes the chart.</summary>
    /// <param name="title">The description for screen readers.</param>
    /// <param name="bars">The bars, from top to bottom.</param>
    /// <param name="scale">The value of the full width, for charts that are compared; null for the longest bar.</param>
    public static void Write(HtmlWriter html, string title, IReadOnlyCollection<Bar> bars, double? scale = null)
    {
        var longest = scale ?? (bars.Count == 0 ? 0 : bars.Max(bar => Math.Max(bar.Value, bar.Projected)));
        using (
            html.Open("svg", ("class", "chart"), ("role", "img"), ("width", "100%"), ("height", Number((bars.Count * RowHeight) + Margin))))
        {
            html.Element("title", $"{title}. The table beside it has the same values.");
            var top = 0;
            foreach (var bar in bars)
            {
                WriteBar(html, bar, top, longest);
                top += RowHeight;
            }
        }
    }

    private static void WriteBar(HtmlWriter html, Bar bar, int top, double longest)
    {
        // The inner SVG clips a name that would run into the value.
        using (html.Open("svg", ("x", "0"), ("y", Number(top)), ("width", "68%"), ("height", Number(BarTop))))
            html.Element("text", bar.Label, ("class", "label"), ("x", "0"), ("y", Number(TextBaseline)));
        html.Element("text", bar.Text, ("class", "value"), ("x", "100%"), ("y", Number(top + TextBaseline)), ("text-anchor", "end"));
        WriteRectangle(html, "track", 100, top);
        if (bar.Projected > bar.Value) WriteRectangle(html, "projected", Percent(bar.Projected, longest), top);
        if (bar.Value > 0) WriteRectangle(html, "bar", Percent(bar.Value, longest), top);
    }

    private static void WriteRectangle(HtmlWriter html, string kind, double percent, int top) => html.Element(
        "rect",
        null,
        ("class", kind),
        ("x", "0"),
        ("y", Number(top + BarTop)),
        ("width", percent.ToString("0.##", CultureInfo.InvariantCulture) + "%"),
        ("height", Number(BarHeight)),
        ("rx", "2"));

    /// <summary>Returns the share of the longest bar, at least a visible one.</summary>
    private static double Percent(double value, double longest) => longest > 0 ? Math.Max(0.5, 100 * value / longest) : 0;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
