namespace Paperspace.PowerShell;

/// <summary>Transforms months, as texts, dates or times, alone or in any enumerable.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BillingMonthTransformationAttribute : SelectionTransformationAttribute
{
    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => null;

    /// <inheritdoc/>
    private protected override object Convert(object? given)
    {
        var items = GetItems(given, static _ => false);
        return items.Count == 0
            ? throw PaperspaceException.InvalidRequest("The list of months is empty: it selects none.", "BillingMonth")
            : items.Select(ToMonth).ToArray();
    }

    private static BillingMonth ToMonth(object? item) => Unwrap(item) switch
    {
        BillingMonth month => month,
        DateTime time => new BillingMonth(time),
        DateTimeOffset time => new BillingMonth(time),
        { } other when !IsNothing(other) => new BillingMonth(other.ToString()!),
        _ => throw PaperspaceException.InvalidRequest("A month is empty: it selects none. Write it as yyyy-MM, such as '2022-03'.", "BillingMonth"),
    };
}
