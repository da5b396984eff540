namespace Paperspace.PowerShell;

/// <summary>Writes the cost of the most expensive machines, and the sum of the others.</summary>
internal static class MachineSection
{
    private const int MaxBars = 20;
    private const int MaxRows = 250;

    public static void Write(HtmlWriter html, MachineReport report)
    {
        var costs = report.ByMachine;
        if (costs.Count == 0) return;
        var title =
            report.Months.Count == 1
                ? $"Cost by machine in {report.LastMonth}"
                : $"Cost by machine from {report.Months[0]} to {report.LastMonth}";
        using (html.Open("section"))
        {
            html.Element("h2", title);
            html.Element(
                "p",
                report.Months.Count == 1
                    ? "Including disks, the most expensive first."
                    : $"Including disks, the most expensive first. The columns {report.LastMonth} and Forecast are for that month alone.",
                ("class", "note"));
            using (html.Open("div", ("class", "pair halves"))) WriteChart(html, title, costs);
            WriteTable(html, report, title, costs);
        }
    }

    private static void WriteChart(HtmlWriter html, string title, IReadOnlyList<MachineCost> costs)
    {
        var bars = costs.Take(MaxBars).Select(cost => new Bar(cost.Name, (double)(cost.Cost ?? 0), ReportText.Dollars(cost.Cost, cost))).ToList();
        if (bars.Count == 0) return;
        // The sum of the others would dwarf every bar, so only the table has it.
        var shown = costs.Count > MaxBars ? $"{title}, the {MaxBars} most expensive" : title;
        var half = (bars.Count + 1) / 2;
        BarChart.Write(html, shown, bars.Take(half).ToArray(), bars[0].Value);
        if (bars.Count > 1) BarChart.Write(html, $"{shown}, continued", bars.Skip(half).ToArray(), bars[0].Value);
    }

    private static void WriteTable(HtmlWriter html, MachineReport report, string title, IReadOnlyList<MachineCost> costs)
    {
        var machines = report.Machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var last = report
            .MachineFigures.Where(figure => figure.BillingMonth == report.LastMonth)
            .ToDictionary(figure => figure.MachineId, StringComparer.Ordinal);
        var rows = costs.Take(MaxRows).Select(cost => Row(cost, machines, last)).ToList();
        if (costs.Count > MaxRows)
        {
            var rest = new HashSet<string>(costs.Skip(MaxRows).Select(cost => cost.MachineId!), StringComparer.Ordinal);
            var all = MachineCostSum.Total([.. report.MachineFigures.Where(figure => rest.Contains(figure.MachineId))]);
            var month = MachineCostSum.Total([.. last.Values.Where(figure => rest.Contains(figure.MachineId))]);
            rows.Add(
            [
                ReportText.Count(rest.Count, "other machine"),
                ReportText.Dollars(all.Cost, all),
                ReportText.Dollars(month.Cost, month),
                ReportText.Projected(month),
                ReportText.Number(all.HoursUsed),
                "",
                "",
                "",
            ]);
        }

        HtmlTable.Write(
            html,
            title,
            ["Machine", "#Cost", $"#{report.LastMonth}", "#Forecast", "#Hours", "Type", "Region", "State"],
            rows);
    }

    private static IReadOnlyList<string> Row(
        MachineCost cost, Dictionary<string, ReportMachine> machines, Dictionary<string, MachineCostFigure> last)
    {
        machines.TryGetValue(cost.MachineId!, out var machine);
        var month = last.TryGetValue(cost.MachineId!, out var figure) ? MachineCostSum.Total([figure]) : null;
        return
        [
            cost.Name,
            ReportText.Dollars(cost.Cost, cost),
            month is null ? ReportText.Dollars(null) : ReportText.Dollars(month.Cost, month),
            month is null ? ReportText.Dollars(null) : ReportText.Projected(month),
            ReportText.Number(cost.HoursUsed),
            ReportText.OrNothing(machine?.MachineType),
            ReportText.OrNothing(Regions.ShortName(machine?.Region)),
            ReportText.OrNothing(machine?.State),
        ];
    }
}
