namespace Paperspace.PowerShell;

/// <summary>Selects months by the parameters of a cmdlet.</summary>
internal static class BillingMonths
{
    /// <summary>Returns the months, each once.</summary>
    /// <param name="months">The months themselves; null where they were not given.</param>
    /// <param name="from">The first month of a range; null where none was given.</param>
    /// <param name="to">The last month of a range; null for the current one.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="PaperspaceException">The range is backward.</exception>
    public static IReadOnlyList<BillingMonth> Select(
        IReadOnlyList<BillingMonth>? months, BillingMonth? from, BillingMonth? to, DateTimeOffset now)
    {
        var current = new BillingMonth(now);
        if (from is not null) return BillingMonth.Range(from, to ?? current);
        return months is null ? [current] : [.. months.GroupBy(month => month.ToString()).Select(group => group.First())];
    }
}
