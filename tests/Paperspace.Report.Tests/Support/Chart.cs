using System.Globalization;
using AngleSharp.Dom;

namespace Paperspace.Report.Tests.Support;

/// <summary>Holds what a chart of the page shows.</summary>
/// <param name="Title">The title.</param>
/// <param name="Labels">The names of the bars, from top to bottom.</param>
/// <param name="Values">The values as they are written.</param>
/// <param name="Bars">The lengths of the bars, in percent of the chart's width.</param>
/// <param name="Cells">The texts of the tables in the chart's section.</param>
internal sealed record Chart(string Title, string[] Labels, string[] Values, double[] Bars, string[] Cells)
{
    /// <summary>Gets the values as numbers.</summary>
    public double[] Numbers => [.. Values.Select(Parse)];

    /// <summary>Reads the charts of a page.</summary>
    public static IReadOnlyList<Chart> ReadAll(IDocument page) =>
    [
        .. page.QuerySelectorAll("svg.chart").Select(chart => new Chart(
            chart.QuerySelector("title")!.TextContent,
            Texts(chart, ".label"),
            Texts(chart, ".value"),
            [.. chart.QuerySelectorAll(".bar").Select(bar => Parse(bar.GetAttribute("width")!.TrimEnd('%')))],
            Texts(chart.Closest("section")!, "td, th"))),
    ];

    private static string[] Texts(IElement parent, string selector) =>
        [.. parent.QuerySelectorAll(selector).Select(element => element.TextContent)];

    private static double Parse(string text) =>
        double.Parse(text.TrimStart('≥', '\u00A0', '~', '$').TrimEnd('*'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
}
