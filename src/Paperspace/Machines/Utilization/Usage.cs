namespace Paperspace;

/// <summary>The usage of a machine or its storage in a month, with its rate.</summary>
public sealed class Usage
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the seconds of use.</summary>
    public double? SecondsUsed { get; set; }

    /// <summary>Gets the hours of use.</summary>
    public double? HoursUsed => SecondsUsed is { } seconds ? Math.Round(seconds / 3600, 2) : null;

    /// <summary>Gets or sets the price of an hour, in US dollars; of a machine.</summary>
    public decimal? HourlyRate { get; set; }

    /// <summary>Gets or sets the price of a month, in US dollars; of storage.</summary>
    public decimal? MonthlyRate { get; set; }

    /// <summary>Gets or sets the month, as yyyy-MM.</summary>
    public string? BillingMonth { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets the rate times the use, in US dollars, unrounded; null if either is unknown, negative or impossible.</summary>
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

    /// <summary>The largest rate, in US dollars, that is not taken for an error of the API.</summary>
    internal const decimal MaxRate = 1_000_000;

    private const double MaxSeconds = 1e10;

    /// <summary>Gets the seconds of use; null if unknown or impossible.</summary>
    internal decimal? Seconds => SecondsUsed is >= 0 and <= MaxSeconds ? (decimal)SecondsUsed.Value : null;

    /// <summary>Gets the price of an hour; null if unknown or impossible.</summary>
    internal decimal? KnownHourlyRate => Known(HourlyRate);

    /// <summary>Gets the price of a month; null if unknown or impossible.</summary>
    internal decimal? KnownMonthlyRate => Known(MonthlyRate);

    private static decimal? Known(decimal? rate) => rate is >= 0 and <= MaxRate ? rate : null;
}
