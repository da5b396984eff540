namespace Paperspace.PowerShell;

/// <summary>Writes the possible savings.</summary>
internal static class RecommendationSection
{
    private const int MaxRows = 250;

    public static void Write(HtmlWriter html, MachineReport report)
    {
        var all = report.Recommendations;
        using (html.Open("section"))
        {
            html.Element("h2", "Possible savings");
            if (all.Count == 0)
            {
                html.Element("p", "No savings were found.", ("class", "note"));
                return;
            }

            html.Element(
                "p",
                $"{ReportText.Count(all.Count, "finding")}, {Sum(all)} per month. Nothing was changed.",
                ("class", "note"));
            var rows = all.Take(MaxRows).Select(Row).ToList();
            if (all.Count > MaxRows)
            {
                var rest = all.Skip(MaxRows).ToArray();
                rows.Add([
                    ReportText.Count(rest.Length, "other finding"),
                    Sum(rest),
                    "",
                    "",
                    "",
                ]);
            }

            HtmlTable.Write(
                html,
                "Findings and suggested commands",
                ["Resource", "#Per month", "Reason", "@Since", "$Suggested command"],
                rows,
                "findings");
        }
    }

    /// <summary>Formats the total saving of recommendations.</summary>
    public static string Sum(IReadOnlyCollection<CostRecommendation> items) => ReportText.Dollars(
        MachineCostSum.Add(items.Select(item => item.MonthlySaving)),
        items.Any(item => item.IsEstimate),
        items.Any(item => item.IsListPrice),
        items.All(item => item.MonthlySaving is not null));

    private static IReadOnlyList<string> Row(CostRecommendation item) =>
    [
        item.ResourceName is { Length: > 0 } name ? $"{name} ({item.ResourceId})" : item.ResourceId,
        ReportText.Dollars(item.MonthlySaving, item.IsEstimate, item.IsListPrice),
        item.Reason,
        ReportText.Time(item.Since),
        item.Command,
    ];
}
