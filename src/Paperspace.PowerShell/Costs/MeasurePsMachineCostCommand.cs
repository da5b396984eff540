using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Sums what machines cost, and holds it against a budget.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "PsMachineCost", DefaultParameterSetName = MonthSet)]
[OutputType(typeof(MachineCost))]
public sealed class MeasurePsMachineCostCommand : MachineCostCmdlet
{
    /// <summary>Gets or sets what to sum by, one after the other. One total without it.</summary>
    [Parameter]
    public MachineCostGrouping[]? By { get; set; }

    /// <summary>Gets or sets the amount in US dollars that a month may cost: an error ends the command where a month will have cost more at
    /// its end.</summary>
    [Parameter]
    [ValidateRange(0, double.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public decimal Budget { get; set; }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        MachineCostGrouping[] groupings = [.. (By ?? []).Distinct()];
        if (groupings.Length == 0)
        {
            // The sum of nothing is 0 in a pipeline; what was named and identifies nothing has no sum.
            if (HasSubject || MyInvocation.ExpectingInput) WriteObject(MachineCostSum.Total(Costs.Figures));
        }
        else
        {
            await DescribeAsync(groupings, cancellationToken);
            WriteObject(MachineCostSum.Group(Costs.Figures, groupings), enumerateCollection: true);
        }

        var unknown = Costs.Figures.Count(figure => figure.Cost is null);
        if (unknown > 0)
            WriteWarning(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} of {1} figures are not in the sums, since no price is known.",
                    unknown,
                    Costs.Figures.Count));
        if (IsBound(nameof(Budget))) CheckBudget();
    }

    private void CheckBudget()
    {
        var exceeded = MachineCostSum
            .Group(Costs.Figures, [MachineCostGrouping.Month])
            .Where(month => month.ProjectedCost > Budget)
            .ToArray();
        if (exceeded.Length == 0) return;
        throw new PaperspaceException(
            PaperspaceErrorReason.BudgetExceeded,
            string.Join(" ", exceeded.OrderBy(month => month.BillingMonth, StringComparer.Ordinal).Select(Describe)));
    }

    private string Describe(MachineCost month) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} ${2:#,##0.00}, which is more than the budget of ${3:#,##0.00}: {4} of {5} figures are estimates, ${6:#,##0.00} have "
                + "been spent.",
            month.BillingMonth,
            month.ProjectedCost > month.Cost ? "will have cost" : "has cost",
            month.ProjectedCost,
            Budget,
            month.EstimateCount,
            month.FigureCount,
            month.Cost);
}
