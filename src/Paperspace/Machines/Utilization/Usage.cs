namespace Paperspace;

/// <summary>Describes the use of a machine, or of its storage, in a month, and its rate.</summary>
public sealed class Usage
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the use in seconds.</summary>
    public double? SecondsUsed { get; set; }

    /// <summary>Gets the use in hours.</summary>
    public double? HoursUsed => SecondsUsed is { } seconds ? Math.Round(seconds / 3600, 2) : null;

    /// <summary>Gets or sets the price per hour in US dollars; null for storage and monthly billing, or if unknown.</summary>
    public decimal? HourlyRate { get; set; }

    /// <summary>Gets or sets the price per month in US dollars; null for hourly billing, or if unknown.</summary>
    public decimal? MonthlyRate { get; set; }

    /// <summary>Gets or sets the month, formatted as yyyy-MM.</summary>
    public string? BillingMonth { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets the rate times the use, in US dollars, unrounded; null if either is unknown.</summary>
    public decimal? Cost
    {
        get
        {
            if (Seconds is not { } seconds) return null;
            if (HourlyRate is { } hourly) return hourly * seconds / 3600;
            if (MonthlyRate is not { } monthly || Paperspace.BillingMonth.Find(BillingMonth) is not { } month) return null;
            return monthly * seconds / (decimal)month.Length.TotalSeconds;
        }
    }

    /// <summary>Gets the use in seconds; null if it is unknown or not a valid number.</summary>
    internal decimal? Seconds =>
        SecondsUsed is not { } seconds || double.IsNaN(seconds) || seconds is < 0 or > MaxSeconds ? null : (decimal)seconds;

    private const double MaxSeconds = 1e10;
}
