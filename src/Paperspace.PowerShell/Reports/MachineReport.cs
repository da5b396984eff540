namespace Paperspace.PowerShell;

/// <summary>The data of a report: machines, costs by month, and recommendations.</summary>
internal sealed class MachineReport
{
    /// <summary>Gets when it was created, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required string Account { get; init; }

    /// <summary>Gets the months, the earliest first.</summary>
    public required IReadOnlyList<string> Months { get; init; }

    public required IReadOnlyList<ReportMachine> Machines { get; init; }

    /// <summary>Gets the costs of machines and other resources.</summary>
    public required IReadOnlyList<MachineCostFigure> Figures { get; init; }

    public IEnumerable<MachineCostFigure> MachineFigures => Figures.Where(figure => figure.IsMachine);

    /// <summary>Gets what is not counted; null for nothing.</summary>
    public required string? NotCounted { get; init; }

    /// <summary>Gets the date of the list prices; null if none was used.</summary>
    public required string? PriceDate { get; init; }

    /// <summary>Gets the recommendations, the largest saving first.</summary>
    public required IReadOnlyList<CostRecommendation> Recommendations { get; init; }

    /// <summary>Gets the machines whose usage could not be read.</summary>
    public required IReadOnlyList<string> Unread { get; init; }

    /// <summary>Gets the newest month; empty for none.</summary>
    public string LastMonth => Months.Count > 0 ? Months[Months.Count - 1] : "";

    public MachineCost LastMonthCost => MachineCostSum.Total([.. Figures.Where(figure => figure.BillingMonth == LastMonth)]);

    public MachineCost Total => MachineCostSum.Total(Figures);

    /// <summary>Gets the sums by month, the earliest first.</summary>
    public IReadOnlyList<MachineCost> ByMonth =>
        [.. MachineCostSum.Group(Figures, [MachineCostGrouping.Month]).OrderBy(month => month.BillingMonth, StringComparer.Ordinal)];

    /// <summary>Gets the sums by kind of resource, the most expensive first.</summary>
    public IReadOnlyList<MachineCost> ByKind => MachineCostSum.Group(Figures, [MachineCostGrouping.Kind]);

    /// <summary>Gets the sums by machine, the most expensive first.</summary>
    public IReadOnlyList<MachineCost> ByMachine => MachineCostSum.Group([.. MachineFigures], [MachineCostGrouping.Machine]);
}
