namespace Paperspace;

/// <summary>Tells how much of a machine and its storage was used in a month, and what that costs: what the operation utilization tells, or
/// an estimate from rates and events where an API has no such operation.</summary>
/// <remarks>All amounts are in US dollars. The invoice decides.</remarks>
public sealed class MachineUtilization
{
    private bool _isEstimate;

    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the machine's name, where it was known.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the machine's type, where it was known.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the machine's region, where it was known.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the machine's state when it was read, where it was known.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the id of the user that the machine belongs to, where it was known.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets when the machine was deleted; null while it exists, or where the API does not tell it.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the use of the machine itself; null where the API has none.</summary>
    public Usage? Utilization { get; set; }

    /// <summary>Gets or sets the use of its storage; null where the API has none.</summary>
    public Usage? StorageUtilization { get; set; }

    /// <summary>Gets or sets when this was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets the month, as yyyy-MM.</summary>
    public string? BillingMonth => Utilization?.BillingMonth ?? StorageUtilization?.BillingMonth;

    /// <summary>Gets the hours the machine ran.</summary>
    public double HoursUsed => Math.Round((Utilization?.SecondsUsed ?? 0) / 3600, 2);

    /// <summary>Gets the price of an hour.</summary>
    public decimal? HourlyRate => Utilization?.HourlyRate;

    /// <summary>Gets the flat price of a month, of a machine that is billed by the month.</summary>
    public decimal? MonthlyRate => Utilization?.MonthlyRate;

    /// <summary>Gets the price of a month of storage.</summary>
    public decimal? StorageMonthlyRate => StorageUtilization?.MonthlyRate;

    /// <summary>Gets what the machine itself cost so far: its running hours, or the flat price of the month however long it ran, prorated
    /// in the month in which it was created; null where the rate is not known.</summary>
    public decimal? ComputeCost => new UtilizationCost(this).Compute;

    /// <summary>Gets what the storage cost so far: the monthly rate for the part of the month it was kept.</summary>
    public decimal? StorageCost => new UtilizationCost(this).Storage;

    /// <summary>Gets what both cost so far; null where neither rate is known.</summary>
    public decimal? Cost => UtilizationCost.Sum(ComputeCost, StorageCost);

    /// <summary>Gets what both will have cost at the end of the month if it goes on like this: if the machine runs for the same share of
    /// the time as so far, and its storage is kept. The cost itself once the month is over or the machine deleted; null where nothing can
    /// be told.</summary>
    public decimal? ProjectedCost => new UtilizationCost(this).Projected;

    /// <summary>Gets or sets whether the cost is an estimate, rather than the API's use at the API's rates.</summary>
    public bool IsEstimate
    {
        get => _isEstimate || new UtilizationCost(this).IsProrated;
        set => _isEstimate = value;
    }

    /// <summary>Gets or sets what an estimate had to do without, in sentences; null where nothing is missing.</summary>
    public string? MissingData { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Takes over what a machine's description tells: its name, type, region, state and user.</summary>
    /// <param name="machine">The machine; null leaves everything as it is.</param>
    public void Describe(Machine? machine)
    {
        if (machine is null) return;
        MachineName = machine.Name ?? MachineName;
        MachineType = machine.MachineType ?? MachineType;
        Region = machine.Region ?? Region;
        State = machine.State ?? State;
        UserId = machine.UserId ?? UserId;
        DtDeleted = machine.DtDeleted ?? DtDeleted;
    }
}
