namespace Paperspace.PowerShell;

/// <summary>Writes which figures are estimates, how they come about, and what is missing.</summary>
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
                    + "The estimate of a machine is its rate for the time that it ran by its events, and the rate of its storage; with a flat "
                    + "price, the part of the month since it was created. Static addresses, snapshots, templates and drives are at list "
                    + "price. All other figures are the API's. "
                    + "A forecast assumes that machines run for the same share of the time as so far. The invoice decides.");
            if (report.Unread.Count > 0)
                html.Element(
                    "p",
                    $"The use of {ReportText.Count(report.Unread.Count, "machine")} could not be read and is unknown: "
                        + $"{string.Join(", ", report.Unread.Take(MaxRows))}{(report.Unread.Count > MaxRows ? ", …" : "")}.");
            var unknown = report.Total.UnknownCount;
            if (unknown > 0)
                html.Element(
                    "p",
                    $"{ReportText.Count(unknown, "figure")} {(unknown == 1 ? "is" : "are")} unknown in whole or in part, and the sums are "
                        + "the least that it costs.");
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
            rows.Add([$"{ReportText.Count(missing.Length - MaxRows, "other figure")}", "", "something is missing too"]);
        HtmlTable.Write(html, "What estimates had to do without", ["Machine", "Month", "What is missing"], rows);
    }
}
