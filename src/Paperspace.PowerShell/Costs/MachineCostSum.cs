namespace Paperspace.PowerShell;

/// <summary>Sums costs, in groups or all of them.</summary>
internal static class MachineCostSum
{
    private const string TotalName = "Total";
    private const string UnknownName = "(unknown)";
    private const int MaxNamed = 5;

    /// <summary>Returns the sum of all.</summary>
    public static MachineCost Total(IReadOnlyCollection<MachineCostFigure> figures)
    {
        var months = figures.Select(figure => figure.BillingMonth).Distinct().ToArray();
        return Sum(figures, new MachineCost { Name = TotalName, BillingMonth = months.Length == 1 ? months[0] : null });
    }

    /// <summary>Returns the sum of each group, the most expensive first.</summary>
    /// <param name="figures">The costs.</param>
    /// <param name="groupings">What they are grouped by, one after the other.</param>
    public static IReadOnlyList<MachineCost> Group(
        IReadOnlyCollection<MachineCostFigure> figures,
        IReadOnlyCollection<MachineCostGrouping> groupings) =>
        [
            .. (groupings.Contains(MachineCostGrouping.Kind) ? figures.SelectMany(figure => figure.Split()) : figures)
                .GroupBy(
                    figure => string.Join("\0", groupings.Select(grouping => GetGroup(figure, grouping))),
                    StringComparer.OrdinalIgnoreCase)
                .Select(group => Sum([.. group], Describe(group.First(), groupings)))
                .OrderByDescending(cost => cost.Cost ?? -1)
                .ThenByDescending(cost => cost.ProjectedCost ?? -1)
                .ThenBy(cost => cost.Name, StringComparer.Ordinal),
        ];

    /// <summary>Returns the sum of the known amounts; null if there are amounts and none is known.</summary>
    public static decimal? Add(IEnumerable<decimal?> amounts)
    {
        var (count, known, sum) = (0, 0, 0m);
        foreach (var amount in amounts)
        {
            count++;
            if (amount is null) continue;
            known++;
            sum += amount.Value;
        }

        return count > 0 && known == 0 ? null : sum;
    }

    /// <summary>Returns the value that a figure is grouped by; null if the resource has none, or it is unknown.</summary>
    private static string? GetKey(MachineCostFigure figure, MachineCostGrouping grouping) => grouping switch
    {
        MachineCostGrouping.Machine => figure.IsMachine ? figure.MachineId : null,
        MachineCostGrouping.MachineType => figure.MachineType,
        MachineCostGrouping.Region => figure.Region is { } region ? Regions.FullName(region) : null,
        MachineCostGrouping.State => figure.State,
        MachineCostGrouping.Month => figure.BillingMonth,
        MachineCostGrouping.User => figure.UserId,
        MachineCostGrouping.Kind => figure.Kind.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(grouping)),
    };

    /// <summary>Returns the group of a figure. A resource without the property is grouped by its kind, apart from machines whose value is
    /// unknown.</summary>
    private static string GetGroup(MachineCostFigure figure, MachineCostGrouping grouping) =>
        GetKey(figure, grouping) is { } key ? "=" + key : GetNameWithoutKey(figure);

    private static string GetNameWithoutKey(MachineCostFigure figure) =>
        figure.Kind is CostKind.Machine or CostKind.Disk ? UnknownName : $"({CostKinds.GetPlural(figure.Kind)})";

    private static MachineCost Describe(MachineCostFigure figure, IReadOnlyCollection<MachineCostGrouping> groupings)
    {
        var cost = new MachineCost { Name = string.Join(", ", groupings.Select(grouping => GetName(figure, grouping))) };
        foreach (var grouping in groupings)
        {
            var key = GetKey(figure, grouping);
            switch (grouping)
            {
                case MachineCostGrouping.Machine: cost.MachineId = key; break;
                case MachineCostGrouping.MachineType: cost.MachineType = key; break;
                case MachineCostGrouping.Region: cost.Region = key; break;
                case MachineCostGrouping.State: cost.State = key; break;
                case MachineCostGrouping.Month: cost.BillingMonth = key; break;
                case MachineCostGrouping.User: cost.UserId = key; break;
                case MachineCostGrouping.Kind: cost.Kind = key; break;
            }
        }

        return cost;
    }

    private static string GetName(MachineCostFigure figure, MachineCostGrouping grouping) =>
        grouping == MachineCostGrouping.Machine && figure.IsMachine
            ? figure.DisplayName
            : GetKey(figure, grouping) ?? GetNameWithoutKey(figure);

    private static MachineCost Sum(IReadOnlyCollection<MachineCostFigure> figures, MachineCost cost)
    {
        var unknown = figures.Where(figure => !figure.IsComplete).ToArray();
        cost.MachineCount = figures
            .Where(figure => figure.Kind is CostKind.Machine or CostKind.Disk && !figure.IsUnread)
            .Select(figure => figure.MachineId)
            .Distinct(StringComparer.Ordinal)
            .Count();
        cost.FigureCount = figures.Count;
        cost.EstimateCount = figures.Count(figure => figure.IsEstimate);
        cost.ListPriceCount = figures.Count(figure => figure.IsListPrice);
        cost.UnknownCount = unknown.Length;
        cost.IsComplete = unknown.Length == 0;
        cost.Missing = FindMissing(unknown);
        cost.HoursUsed = SumHours(figures);
        cost.ComputeCost = Add(figures.Where(figure => figure.IsMachine).Select(figure => figure.ComputeCost));
        cost.StorageCost = Add(figures.Where(figure => figure.HasStorage).Select(figure => figure.StorageCost));
        cost.Cost = Add(figures.Select(figure => figure.Cost));
        // A projection is never below what is spent.
        cost.ProjectedCost = Add(figures.Select(figure => figure.ProjectedCost < figure.Cost
            ? figure.Cost
            : figure.ProjectedCost ?? figure.Cost));
        return cost;
    }

    private static double? SumHours(IReadOnlyCollection<MachineCostFigure> figures)
    {
        var machines = figures.Where(figure => figure.IsMachine).ToArray();
        var known = machines.Select(figure => figure.HoursUsed).OfType<double>().ToArray();
        return machines.Length > 0 && known.Length == 0 ? null : Math.Round(known.Sum(), 2);
    }

    private static string? FindMissing(MachineCostFigure[] unknown)
    {
        if (unknown.Length == 0) return null;
        // A list that is cut off may leave out more than any resource costs.
        var named = unknown.OrderByDescending(figure => figure.IsList).Take(MaxNamed).Select(Describe);
        return TerminalText.Sanitize(string.Join("; ", named))
            + (unknown.Length > MaxNamed ? $"; and {unknown.Length - MaxNamed} more" : "");
    }

    private static string Describe(MachineCostFigure figure)
    {
        var missing = figure switch
        {
            { IsList: true, MissingData: { Length: > 0 } problem } => char.ToLowerInvariant(problem[0]) + problem.Substring(1).TrimEnd('.'),
            { IsUnread: true } => "it could not be read",
            { HasUncertainHours: true } => "its events are incomplete or contradict its state",
            { IsMachine: true, Cost: null, HoursUsed: null, MissingData: not null } => "its usage is unknown",
            { Cost: null } => "its price is unknown",
            { ComputeCost: null, StorageCost: null } => "its projection is unknown",
            { IsMachine: true, ComputeCost: null, HoursUsed: null } => "its hours are unknown",
            { IsMachine: true, ComputeCost: null } => "its hourly price is unknown",
            { IsMachine: true, StorageCost: null } => "its storage price is unknown",
            _ => "its projection is unknown",
        };
        return $"{figure.DisplayName} in {figure.BillingMonth}: {missing}";
    }
}
