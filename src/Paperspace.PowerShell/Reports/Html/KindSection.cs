namespace Paperspace.PowerShell;

/// <summary>Writes the cost of each kind of resource, and what is not counted.</summary>
internal static class KindSection
{
    public static void Write(HtmlWriter html, MachineReport report)
    {
        var kinds = report.ByKind;
        if (kinds.Count == 0) return;
        const string Title = "Cost by kind";
        using (html.Open("section"))
        {
            html.Element("h2", Title);
            if (report.NotCounted is { } left) html.Element("p", $"Not counted: {left}.", ("class", "note"));
            var resources = report.Figures
                .SelectMany(figure => figure.Split())
                .GroupBy(figure => figure.Kind)
                .ToDictionary(group => group.Key.ToString(), group => group.Select(figure => figure.MachineId).Distinct().Count());
            HtmlTable.Write(
                html,
                Title,
                ["Kind", "#Cost", "#Forecast", "#Count"],
                kinds.Select(kind => (IReadOnlyList<string>)
                [
                    GetName(kind.Kind!),
                    ReportText.Dollars(kind.Cost, kind),
                    ReportText.Projected(kind),
                    ReportText.Number(resources[kind.Kind!]),
                ]));
        }
    }

    private static string GetName(string kind)
    {
        var name = CostKinds.GetPlural(Enum.TryParse<CostKind>(kind, out var known) ? known : default);
        return char.ToUpperInvariant(name[0]) + name.Substring(1);
    }
}
