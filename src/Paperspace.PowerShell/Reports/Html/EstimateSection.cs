namespace Paperspace.PowerShell;

/// <summary>Writes how estimates are made, which figures are estimates, and which data is missing.</summary>
internal static class EstimateSection
{
    private const int MaxRows = 100;

    public static void Write(HtmlWriter html, MachineReport report)
    {
        var estimates = report.Figures.Count(figure => figure.IsEstimate);
        var missing = report.Figures.Where(figure => figure.MissingData is not null).ToArray();
        using (html.Open("section"))
        {
            html.Element("h2", "About the figures");
            html.Element(
                "p",
                $"{ReportText.Number(estimates)} of {ReportText.Count(report.Figures.Count, "figure")} "
                    + $"{(estimates == 1 ? "is an estimate" : "are estimates")}, marked with ~. "
                    + "A machine's estimate is its hourly rate times its running time according to its events, plus its storage rate. "
                    + "A monthly price is prorated from the machine's creation. Static addresses, snapshots, templates and shared drives "
                    + "are at list price. All other figures come from the API. "
                    + "A forecast assumes that machines keep running for the same share of the time. The invoice is authoritative.");
            if (report.Unread.Count > 0)
                html.Element(
                    "p",
                    $"The usage of {ReportText.Count(report.Unread.Count, "machine")} could not be read and is unknown: "
                        + $"{string.Join(", ", report.Unread.Take(MaxRows))}{(report.Unread.Count > MaxRows ? ", …" : "")}.");
            var unknown = report.Total.UnknownCount;
            if (unknown > 0)
                html.Element(
                    "p",
                    $"{ReportText.Count(unknown, "figure")} {(unknown == 1 ? "is" : "are")} incomplete or unknown, so the sums are lower "
                        + "bounds, marked with ≥.");
            if (missing.Length > 0) WriteMissing(html, missing);
        }
    }

    private static void WriteMissing(HtmlWriter html, MachineCostFigure[] missing)
    {
        var rows = missing
            .OrderByDescending(figure => figure.Cost)
            .Take(MaxRows)
            .Select(figure =>
                (IReadOnlyList<string>)
                    [
                        figure.DisplayName,
                        ReportText.OrNothing(figure.BillingMonth),
                        figure.MissingData!,
                    ])
            .ToList();
        if (missing.Length > MaxRows)
            rows.Add([$"{ReportText.Count(missing.Length - MaxRows, "more figure")}", "", "See the CSV or JSON report."]);
        HtmlTable.Write(html, "Missing data", ["Resource", "Month", "What is missing"], rows);
    }
}
