namespace Paperspace;

/// <summary>Represents the usage of a machine or its storage in a month, with its rate.</summary>
public sealed class Usage
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the usage in seconds.</summary>
    public double? SecondsUsed { get; set; }

    /// <summary>Gets the usage in hours.</summary>
    public double? HoursUsed => SecondsUsed is { } seconds ? Math.Round(seconds / 3600, 2) : null;

    /// <summary>Gets or sets the price per hour in US dollars, for hourly billing; null if unknown.</summary>
    public decimal? HourlyRate { get; set; }

    /// <summary>Gets or sets the price per month in US dollars, for storage and monthly billing; null if unknown.</summary>
    public decimal? MonthlyRate { get; set; }

    /// <summary>Gets or sets the month, formatted as yyyy-MM.</summary>
    public string? BillingMonth { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets the rate times the usage, in US dollars, unrounded; null if either is unknown, negative or impossible.</summary>
    public decimal? Cost
    {
        get
        {
            if (Seconds is not { } seconds) return null;
            if (HourlyRate is not null) return KnownHourlyRate * seconds / 3600;
            if (Paperspace.BillingMonth.Find(BillingMonth) is not { } month) return null;
            return KnownMonthlyRate * seconds / (decimal)month.Length.TotalSeconds;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", new[]
    {
        HoursUsed is { } hours ? FormattableString.Invariant($"{hours} h") : "unknown hours",
        HourlyRate is { } hourly ? FormattableString.Invariant($"at ${hourly}/h") : null,
        MonthlyRate is { } monthly ? FormattableString.Invariant($"at ${monthly}/mo") : null,
    }.OfType<string>());

    /// <summary>The maximum rate in US dollars; the API reports a higher one only by mistake.</summary>
    internal const decimal MaxRate = 1_000_000;

    private const double MaxSeconds = 1e10;

    /// <summary>Gets the usage in seconds; null if unknown or impossible.</summary>
    internal decimal? Seconds => SecondsUsed is >= 0 and <= MaxSeconds ? (decimal)SecondsUsed.Value : null;

    /// <summary>Gets the price of an hour; null if unknown or impossible.</summary>
    internal decimal? KnownHourlyRate => Known(HourlyRate);

    /// <summary>Gets the price of a month; null if unknown or impossible.</summary>
    internal decimal? KnownMonthlyRate => Known(MonthlyRate);

    private static decimal? Known(decimal? rate) => rate is >= 0 and <= MaxRate ? rate : null;
}
