namespace Paperspace.PowerShell;

/// <summary>Writes the cost of each month.</summary>
internal static class MonthSection
{
    public static void Write(HtmlWriter html, MachineReport report)
    {
        var months = report.ByMonth;
        if (months.Count == 0) return;
        const string Title = "Cost by month";
        using (html.Open("section"))
        {
            html.Element("h2", Title);
            html.Element(
                "p",
                "Months are in UTC. The forecast is the cost at the end of the month at the current rate.",
                ("class", "note"));
            WriteLegend(html);
            using (html.Open("div", ("class", "pair wide")))
            {
                BarChart.Write(
                    html,
                    Title,
                    [
                        .. months.Select(month => new Bar(
                            month.Name,
                            (double)(month.Cost ?? 0),
                            ReportText.Dollars(month.Cost, month),
                            (double)(month.ProjectedCost ?? 0))),
                    ]);
                HtmlTable.Write(
                    html,
                    Title,
                    ["Month", "#Cost", "#Forecast", "#Compute", "#Storage", "#Hours", "#Machines"],
                    months.Select(month => (IReadOnlyList<string>)
                    [
                        month.Name,
                        ReportText.Dollars(month.Cost, month),
                        ReportText.Projected(month),
                        ReportText.Dollars(month.ComputeCost, month),
                        ReportText.Dollars(month.StorageCost, month),
                        ReportText.Number(month.HoursUsed),
                        ReportText.Number(month.MachineCount),
                    ]));
            }
        }
    }

    private static void WriteLegend(HtmlWriter html)
    {
        using (html.Open("ul", ("class", "legend")))
            foreach (var (kind, text) in new[] { ("bar", "so far"), ("projected", "remaining") })
                using (html.Open("li"))
                {
                    using (html.Open("svg", ("aria-hidden", "true")))
                        html.Element("rect", null, ("class", kind), ("width", "12"), ("height", "12"), ("rx", "2"));
                    html.Text(text);
                }
    }
}
