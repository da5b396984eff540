namespace Paperspace.PowerShell;

/// <summary>Completes the current month and the months before it.</summary>
public sealed class BillingMonthCompleter : ConstantCompleter
{
    private const int Months = 12;

    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values
    {
        get
        {
            var current = new BillingMonth(TimeProvider.System.GetUtcNow().UtcDateTime);
            return Enumerable.Range(0, Months).Select(ago => current.AddMonths(-ago).ToString()).Select(month => (month, month));
        }
    }
}
