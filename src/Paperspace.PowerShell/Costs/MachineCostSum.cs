namespace Paperspace.PowerShell;

/// <summary>Sums costs of machines, in groups or all of them.</summary>
internal static class MachineCostSum
{
    private const string TotalName = "Total";
    private const string UnknownName = "(unknown)";

    public static MachineCost Total(IReadOnlyCollection<MachineCostFigure> figures)
    {
        var months = figures.Select(figure => figure.BillingMonth).Distinct().ToArray();
        return Sum(figures, new MachineCost { Name = TotalName, BillingMonth = months.Length == 1 ? months[0] : null });
    }

    /// <summary>Returns the sum of each group, what costs most first.</summary>
    /// <param name="figures">The costs.</param>
    /// <param name="groupings">What they are grouped by, one after the other.</param>
    public static IReadOnlyList<MachineCost> Group(
        IReadOnlyCollection<MachineCostFigure> figures,
        IReadOnlyCollection<MachineCostGrouping> groupings) =>
        [
            .. figures
                .GroupBy(
                    figure => string.Join("\0", groupings.Select(grouping => KeyOf(figure, grouping))),
                    StringComparer.OrdinalIgnoreCase)
                .Select(group => Sum([.. group], Describe(group.First(), groupings)))
                .OrderByDescending(cost => cost.Cost)
                .ThenByDescending(cost => cost.ProjectedCost)
                .ThenBy(cost => cost.Name, StringComparer.Ordinal),
        ];

    private static string? KeyOf(MachineCostFigure figure, MachineCostGrouping grouping) => grouping switch
    {
        MachineCostGrouping.Machine => figure.MachineId,
        MachineCostGrouping.MachineType => figure.MachineType,
        MachineCostGrouping.Region => figure.Region is { } region ? Regions.FullName(region) : null,
        MachineCostGrouping.State => figure.State,
        MachineCostGrouping.Month => figure.BillingMonth,
        MachineCostGrouping.User => figure.UserId,
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };

    private static MachineCost Describe(MachineCostFigure figure, IReadOnlyCollection<MachineCostGrouping> groupings)
    {
        var cost = new MachineCost { Name = string.Join(", ", groupings.Select(grouping => NameOf(figure, grouping))) };
        foreach (var grouping in groupings)
        {
            var key = KeyOf(figure, grouping);
            switch (grouping)
            {
                case MachineCostGrouping.Machine: cost.MachineId = key; break;
                case MachineCostGrouping.MachineType: cost.MachineType = key; break;
                case MachineCostGrouping.Region: cost.Region = key; break;
                case MachineCostGrouping.State: cost.State = key; break;
                case MachineCostGrouping.Month: cost.BillingMonth = key; break;
                case MachineCostGrouping.User: cost.UserId = key; break;
            }
        }

        return cost;
    }

    private static string NameOf(MachineCostFigure figure, MachineCostGrouping grouping) =>
        grouping == MachineCostGrouping.Machine && figure.MachineName is { } name
            ? $"{name} ({figure.MachineId})"
            : KeyOf(figure, grouping) ?? UnknownName;

    private static MachineCost Sum(IReadOnlyCollection<MachineCostFigure> figures, MachineCost cost)
    {
        cost.MachineCount = figures.Select(figure => figure.MachineId).Distinct(StringComparer.Ordinal).Count();
        cost.FigureCount = figures.Count;
        cost.EstimateCount = figures.Count(figure => figure.IsEstimate);
        cost.UnknownCount = figures.Count(figure => figure.Cost is null);
        cost.HoursUsed = Math.Round(figures.Sum(figure => figure.HoursUsed), 2);
        cost.ComputeCost = figures.Sum(figure => figure.ComputeCost ?? 0);
        cost.StorageCost = figures.Sum(figure => figure.StorageCost ?? 0);
        cost.Cost = figures.Sum(figure => figure.Cost ?? 0);
        // What has no projection yet will have cost no less than it did.
        cost.ProjectedCost = figures.Sum(figure => figure.ProjectedCost ?? figure.Cost ?? 0);
        return cost;
    }
}
