namespace Paperspace.PowerShell;

/// <summary>Writes how many machines there are, by state, type and region.</summary>
internal static class MachineCountSection
{
    /// <summary>Groups beyond this number are summed.</summary>
    private const int MaxGroups = 12;

    public static void Write(HtmlWriter html, MachineReport report)
    {
        using (html.Open("section"))
        {
            html.Element("h2", "Machines");
            if (report.Machines.Count == 0)
            {
                html.Element("p", "There are no machines.", ("class", "note"));
                return;
            }

            WriteGroups(html, report, "state", machine => machine.State);
            WriteGroups(html, report, "machine type", machine => machine.MachineType);
            WriteGroups(html, report, "region", machine => machine.Region is { } region ? Regions.FullName(region) : null);
        }
    }

    private static void WriteGroups(HtmlWriter html, MachineReport report, string noun, Func<ReportMachine, string?> read)
    {
        var groups = report.Machines
            .GroupBy(machine => read(machine) ?? "(unknown)", StringComparer.OrdinalIgnoreCase)
            .Select(group => (group.Key, Count: group.Count()))
            .OrderByDescending(group => group.Count)
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .ToList();
        if (groups.Count > MaxGroups)
        {
            var rest = groups.Skip(MaxGroups - 1).ToArray();
            groups.RemoveRange(MaxGroups - 1, rest.Length);
            groups.Add(($"{rest.Length} others", rest.Sum(group => group.Count)));
        }

        var title = $"Machines by {noun}";
        using (html.Open("div", ("class", "pair")))
        {
            BarChart.Write(html, title, [.. groups.Select(group => new Bar(group.Key, group.Count, ReportText.Number(group.Count)))]);
            HtmlTable.Write(
                html,
                title,
                [char.ToUpperInvariant(noun[0]) + noun.Substring(1), "#Machines", "#Share"],
                groups.Select(group =>
                    (IReadOnlyList<string>)[group.Key, ReportText.Number(group.Count), Share(group.Count, report.Machines.Count)]));
        }
    }

    private static string Share(int count, int total) =>
        (100.0 * count / total).ToString("0.#", System.Globalization.CultureInfo.InvariantCulture) + " %";
}
