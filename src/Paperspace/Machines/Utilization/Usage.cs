namespace Paperspace;

/// <summary>Tells how long one thing was used in a month, and its rate.</summary>
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

    /// <summary>Gets the rate times the use, in US dollars, unrounded; null where either is not known.</summary>
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

    /// <summary>Gets the seconds of use; null where they are not known or cannot be.</summary>
    internal decimal? Seconds =>
        SecondsUsed is not { } seconds || double.IsNaN(seconds) || seconds is < 0 or > MostSeconds ? null : (decimal)seconds;

    private const double MostSeconds = 1e10;
}
