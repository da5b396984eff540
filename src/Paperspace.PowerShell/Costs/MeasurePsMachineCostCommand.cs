using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Sums what machines and the resources around them cost, and compares it with a budget.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "PsMachineCost", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineCost))]
public sealed class MeasurePsMachineCostCommand : MachineCostCmdlet
{
    /// <summary>Gets or sets what to sum by, one after the other. One total without it.</summary>
    [Parameter]
    public MachineCostGrouping[]? By { get; set; }

    /// <summary>Gets or sets the amount in US dollars that a month may cost: an error follows the sums if a month will have cost more at
    /// its end, or if that is not known.</summary>
    [Parameter]
    [NumberTransformation(AllowsFraction = true, IsRequired = true)]
    [ValidateRange(0, double.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public decimal Budget { get; set; }

    /// <summary>Compares with the budget what is known of the cost, even if a part of it is not.</summary>
    [Parameter]
    public SwitchParameter AllowIncomplete { get; set; }

    /// <inheritdoc/>
    private protected override bool RefusesFutureMonths => !AllowIncomplete;

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        AddUnread();
        MachineCostGrouping[] groupings = [.. (By ?? []).Distinct()];
        if (groupings.Length == 0)
        {
            // The sum of an empty pipeline is 0; a name that matched nothing has no sum.
            if (HasSubject || MyInvocation.ExpectingInput) WriteObject(MachineCostSum.Total(Costs.Figures));
        }
        else
        {
            await DescribeAsync(groupings, cancellationToken);
            WriteObject(MachineCostSum.Group(Costs.Figures, groupings), enumerateCollection: true);
        }

        if (NotCounted is { } left) WriteWarning($"Not counted: {left}.");
        var total = MachineCostSum.Total(Costs.Figures);
        if (!total.IsComplete)
            WriteWarning(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} of {1} figures are incomplete, so the sums are the least that it costs: {2}.",
                    total.UnknownCount,
                    total.FigureCount,
                    total.Missing));
        if (IsBound(nameof(Budget)) && CheckBudget(total) is { } failure) WriteFailure(failure, null);
    }

    private static string Describe(decimal? amount, bool isEstimate) =>
        (isEstimate ? "~" : "") + amount?.ToString("$#,##0.00", CultureInfo.InvariantCulture);

    private static string GetName(string? month) => Paperspace.BillingMonth.Find(month) is { } known
        ? known.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : month ?? "";

    /// <summary>Returns why the budget is not kept, or cannot be said to be; null if it is kept.</summary>
    private PaperspaceException? CheckBudget(MachineCost total)
    {
        var exceeded = MachineCostSum
            .Group(Costs.Figures, [MachineCostGrouping.Month])
            .Where(month => month.ProjectedCost > Budget)
            .OrderBy(month => month.BillingMonth, StringComparer.Ordinal)
            .ToArray();
        if (exceeded.Length > 0)
            return new PaperspaceException(PaperspaceErrorReason.BudgetExceeded, string.Join(" ", exceeded.Select(Describe)));
        var unknown = FindUnknown(total);
        return unknown is null || AllowIncomplete
            ? null
            : new PaperspaceException(
                PaperspaceErrorReason.CostIncomplete,
                $"The budget of {Describe(Budget, false)} cannot be checked: {unknown}. "
                    + "-AllowIncomplete compares the part that is known.");
    }

    private string? FindUnknown(MachineCost total)
    {
        var months = Costs.Figures.Select(figure => Paperspace.BillingMonth.Find(figure.BillingMonth));
        if (months.FirstOrDefault(month => month?.Start > Now) is { } future) return $"{future} has not begun";
        return total switch
        {
            { IsComplete: false, Missing: var missing } => missing,
            { FigureCount: 0 } when !IsWholeAccount => "no machine was given, or none was found",
            _ => null,
        };
    }

    private string Describe(MachineCost month)
    {
        var isProjected = month.ProjectedCost > month.Cost;
        var least = month.IsComplete ? "" : "at least ";
        var spent = isProjected ? $"{Describe(month.Cost, month.EstimateCount > 0)} so far; " : "";
        return $"{GetName(month.BillingMonth)} {(isProjected ? "is projected to cost" : "cost")} {least}"
            + $"{Describe(month.ProjectedCost, isProjected || month.EstimateCount > 0)}, over the budget of {Describe(Budget, false)} "
            + FormattableString.Invariant($"({spent}{month.EstimateCount} of {month.FigureCount} figures estimated).");
    }
}
