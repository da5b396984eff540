namespace Paperspace.PowerShell;

/// <summary>Transforms months, as texts, dates or times, alone or in any enumerable.</summary>
/// <remarks>A date is the month that it is written in, wherever its user is; a time with an offset is in the month that it is in
/// UTC.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BillingMonthTransformationAttribute : SelectionTransformationAttribute
{
    /// <summary>Gets or sets whether the parameter takes one month alone.</summary>
    public bool IsSingle { get; set; }

    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => null;

    /// <inheritdoc/>
    private protected override object Convert(object? given)
    {
        var items = GetItems(given, static _ => false);
        if (items.Count == 0) throw PaperspaceException.InvalidRequest("The list of months is empty: it selects none.", "BillingMonth");
        if (!IsSingle) return items.Select(ToMonth).ToArray();
        return items.Count == 1
            ? ToMonth(items[0])
            : throw PaperspaceException.InvalidRequest("Several months were given where one was expected.", "BillingMonth");
    }

    private static BillingMonth ToMonth(object? item) =>
        Unwrap(item) switch
        {
            BillingMonth month => month,
            // A local time is an instant, like that of Get-Date; midnight is a date that somebody wrote.
            DateTime { Kind: DateTimeKind.Local } time when time.TimeOfDay != TimeSpan.Zero => new BillingMonth(new DateTimeOffset(time)),
            DateTime time => new BillingMonth(time),
            DateTimeOffset time => new BillingMonth(time),
#if NET
            DateOnly date => new BillingMonth(date.ToDateTime(default)),
#endif
            { } other when !IsNothing(other) => new BillingMonth(other.ToString()!),
            _ => throw PaperspaceException.InvalidRequest(
                "A month is empty: it selects none. Write it as yyyy-MM, such as '2022-03'.",
                "BillingMonth"),
        };
}
