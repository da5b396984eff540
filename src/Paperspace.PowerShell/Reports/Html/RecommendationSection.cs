namespace Paperspace.PowerShell;

/// <summary>Writes what is paid for and may not be used.</summary>
internal static class RecommendationSection
{
    private const int MaxRows = 250;

    public static void Write(HtmlWriter html, MachineReport report)
    {
        var all = report.Recommendations;
        using (html.Open("section"))
        {
            html.Element("h2", "Paid for, and maybe not used");
            if (all.Count == 0)
            {
                html.Element("p", "Nothing was found.", ("class", "note"));
                return;
            }

            html.Element(
                "p",
                $"{ReportText.Count(all.Count, "finding")}, "
                    + $"{ReportText.Dollars(all.Sum(item => item.MonthlyCost ?? 0), all.Any(item => item.IsEstimate))} a month where a "
                    + "price is known. No command was run.",
                ("class", "note"));
            var rows = all.Take(MaxRows).Select(Row).ToList();
            if (all.Count > MaxRows)
            {
                var rest = all.Skip(MaxRows).ToArray();
                rows.Add([
                    $"{ReportText.Count(rest.Length, "other finding")} together",
                    ReportText.Dollars(rest.Sum(item => item.MonthlyCost ?? 0), rest.Any(item => item.IsEstimate)),
                    "",
                    "",
                    "",
                ]);
            }

            HtmlTable.Write(
                html,
                "What was found, and the command that would end it",
                ["What", "#A month", "Why", "@Since", "$Command"],
                rows);
        }
    }

    private static IReadOnlyList<string> Row(CostRecommendation item) =>
    [
        item.ResourceName is { Length: > 0 } name ? $"{name} ({item.ResourceId})" : item.ResourceId,
        ReportText.Dollars(item.MonthlyCost, item.IsEstimate),
        item.Reason,
        ReportText.Time(item.Since),
        item.Command,
    ];
}
