namespace Paperspace.PowerShell;

/// <summary>Computes the cost of a resource that is billed while it exists.</summary>
/// <param name="price">The list price; null if unknown.</param>
/// <param name="createdAt">When the resource was created; null if unknown: the whole month is billed.</param>
/// <param name="deletedAt">When it was deleted; null while it exists.</param>
/// <param name="now">The current time.</param>
internal readonly struct StandingCost(ListPrice? price, DateTimeOffset? createdAt, DateTimeOffset? deletedAt, DateTimeOffset now)
{
    // A creation time in the future is wrong.
    private readonly DateTimeOffset? _createdAt = createdAt > now ? null : createdAt;

    /// <summary>Returns whether the resource exists in a month.</summary>
    public bool IsIn(BillingMonth month) => !(_createdAt >= month.End) && !(deletedAt <= month.Start);

    /// <summary>Returns its cost in a month so far; null if the price is unknown.</summary>
    public decimal? GetCost(BillingMonth month) => GetCost(month, now);

    /// <summary>Returns its cost at the end of a month, if it is kept; null if the price is unknown.</summary>
    public decimal? GetProjectedCost(BillingMonth month) => GetCost(month, month.End);

    private decimal? GetCost(BillingMonth month, DateTimeOffset until)
    {
        var from = _createdAt > month.Start ? _createdAt.Value : month.Start;
        var to = until < month.End ? until : month.End;
        if (deletedAt < to) to = deletedAt.Value;
        var hours = to > from ? (decimal)(to - from).TotalHours : 0;
        var cost = price switch
        {
            { Hourly: { } hourly, Monthly: { } most } => Math.Min(hours * hourly, most),
            { Hourly: { } hourly } => hours * hourly,
            { Monthly: { } monthly } => monthly * hours / (decimal)month.Length.TotalHours,
            _ => (decimal?)null,
        };
        return cost is { } amount ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) : null;
    }
}
