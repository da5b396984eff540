namespace Paperspace;

/// <summary>How much of a machine and its storage was used in a month: the answer of the operation utilization.</summary>
public sealed class MachineUtilization
{
    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the machine's name, where it was known.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the use of the machine itself; null where the API has none.</summary>
    public Usage? Utilization { get; set; }

    /// <summary>Gets or sets the use of its storage; null where the API has none.</summary>
    public Usage? StorageUtilization { get; set; }

    /// <summary>Gets the month, as yyyy-MM.</summary>
    public string? BillingMonth => Utilization?.BillingMonth ?? StorageUtilization?.BillingMonth;

    /// <summary>Gets the hours the machine ran.</summary>
    public double HoursUsed => Math.Round((Utilization?.SecondsUsed ?? 0) / 3600, 2);

    /// <summary>Gets the price of an hour, in US dollars.</summary>
    public decimal? HourlyRate => Utilization?.HourlyRate;

    /// <summary>Gets the flat price of a month, in US dollars, of a machine that is billed by the month.</summary>
    public decimal? MonthlyRate => Utilization?.MonthlyRate;

    /// <summary>Gets the price of a month of storage, in US dollars.</summary>
    public decimal? StorageMonthlyRate => StorageUtilization?.MonthlyRate;

    /// <summary>Gets what the machine itself cost so far, in US dollars: its running hours, or the flat price of the month, however long it ran; null
    /// where the rate is not known.</summary>
    public decimal? ComputeCost => Round(Utilization is { HourlyRate: null, MonthlyRate: { } flat } ? flat : Utilization?.Cost);

    /// <summary>Gets what the storage cost so far, in US dollars: the monthly rate for the part of the month it was kept.</summary>
    public decimal? StorageCost => Round(StorageUtilization?.Cost);

    /// <summary>Gets what both cost so far, in US dollars. An estimate: the invoice decides.</summary>
    public decimal? Cost => ComputeCost is null && StorageCost is null ? null : (ComputeCost ?? 0) + (StorageCost ?? 0);

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    private static decimal? Round(decimal? amount) => amount is { } value ? Math.Round(value, 2, MidpointRounding.AwayFromZero) : null;
}
