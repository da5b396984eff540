using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets about months of machines: the months themselves, or a range of them.</summary>
public abstract class BillingMonthCmdlet : AccountCmdlet
{
    private protected const string MonthSet = "Month";
    private protected const string RangeSet = "Range";

    private IReadOnlyList<BillingMonth>? _months;

    /// <summary>Gets or sets the months whose use is read, as yyyy-MM or as dates in them.</summary>
    [Parameter(Position = 1, ParameterSetName = MonthSet)]
    [BillingMonthTransformation]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth[]? BillingMonth { get; set; }

    /// <summary>Gets or sets the first of the months, as yyyy-MM or as a date in it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = RangeSet)]
    [BillingMonthTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth? From { get; set; }

    /// <summary>Gets or sets the last of the months; the current one without it.</summary>
    [Parameter(ParameterSetName = RangeSet)]
    [BillingMonthTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(BillingMonthCompleter))]
    public BillingMonth? To { get; set; }

    /// <summary>Gets the months to read, each once.</summary>
    /// <exception cref="PaperspaceException">The range is backward.</exception>
    private protected IReadOnlyList<BillingMonth> Months => _months ??= SelectMonths(new BillingMonth(Client.Now));

    /// <summary>Returns the months to read where none is given.</summary>
    /// <param name="current">The current month.</param>
    private protected virtual IReadOnlyList<BillingMonth> GetDefaultMonths(BillingMonth current) => [current];

    private IReadOnlyList<BillingMonth> SelectMonths(BillingMonth current)
    {
        if (From is not null) return Paperspace.BillingMonth.Range(From, To ?? current);
        return BillingMonth is null
            ? GetDefaultMonths(current)
            : [.. BillingMonth.GroupBy(month => month.ToString()).Select(group => group.First())];
    }
}
