using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Sums the cost of machines and other resources, and compares it with a budget.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "PsMachineCost", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineCost))]
public sealed class MeasurePsMachineCostCommand : MachineCostCmdlet
{
    private const int MaxNamed = 5;

    /// <summary>Gets or sets the properties to group by. The default is one total.</summary>
    [Parameter]
    public MachineCostGrouping[]? By { get; set; }

    /// <summary>Gets or sets the amount in US dollars that a month may cost. If a month is projected to cost more, or its cost is unknown, an
    /// error follows the sums.</summary>
    [Parameter]
    [NumberTransformation(AllowsFraction = true, IsRequired = true)]
    [ValidateRange(0, double.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public decimal Budget { get; set; }

    /// <summary>Compares the known part of the cost with the budget if another part is unknown.</summary>
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

        if (NotCounted is { } notCounted) WriteWarning($"Not counted: {notCounted}.");
        var total = MachineCostSum.Total(Costs.Figures);
        if (!total.IsComplete)
            WriteWarning(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The sums are lower bounds: {0:#,##0} of {1:#,##0} figures {2} incomplete ({3}).",
                    total.UnknownCount,
                    total.FigureCount,
                    total.UnknownCount == 1 ? "is" : "are",
                    total.Missing));
        if (IsBound(nameof(Budget)) && CheckBudget(total) is { } failure) WriteFailure(failure, null);
    }

    private static string Describe(decimal? amount, bool isEstimate) =>
        (isEstimate ? "~" : "") + amount?.ToString("$#,##0.00", CultureInfo.InvariantCulture);

    private static string GetName(string? month) => Paperspace.BillingMonth.Find(month) is { } known
        ? known.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : month ?? "";

    /// <summary>Returns why the budget is exceeded or cannot be checked; null if the cost is within it.</summary>
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
                    + "Use -AllowIncomplete to compare the known part.");
    }

    private string? FindUnknown(MachineCost total)
    {
        var months = Costs.Figures.Select(figure => Paperspace.BillingMonth.Find(figure.BillingMonth));
        if (months.FirstOrDefault(month => month?.Start > Now) is { } future) return $"{future} has not started";
        return total switch
        {
            { IsComplete: false, Missing: var missing } => missing,
            _ when Unmatched.Count > 0 => string.Join("; ", Unmatched.Take(MaxNamed).Select(reason => reason.TrimEnd('.'))),
            { FigureCount: 0 } when !IsWholeAccount => "no machine was given, or none was found",
            _ => null,
        };
    }

    private string Describe(MachineCost month)
    {
        var isProjected = month.ProjectedCost > month.Cost;
        var least = month.IsComplete ? "" : "at least ";
        string?[] details =
        [
            isProjected ? $"{Describe(month.Cost, month.EstimateCount > 0)} so far" : null,
            month.EstimateCount == 0 ? null
            : month.EstimateCount == month.FigureCount ? "all figures are estimates"
            : string.Format(
                CultureInfo.InvariantCulture,
                "{0:#,##0} of {1:#,##0} figures {2}",
                month.EstimateCount,
                month.FigureCount,
                month.EstimateCount == 1 ? "is an estimate" : "are estimates"),
        ];
        var detail = string.Join("; ", details.OfType<string>());
        return $"{GetName(month.BillingMonth)} {(isProjected ? "is projected to cost" : "cost")} {least}"
            + $"{Describe(month.ProjectedCost, isProjected || month.EstimateCount > 0)}, over the budget of {Describe(Budget, false)}"
            + (detail.Length == 0 ? "." : $" ({detail}).");
    }
}
