namespace Paperspace;

/// <summary>Tells how much of a machine and its storage was used in a month, and what that costs: what the operation utilization tells, or
/// an estimate from rates and events where an API has no such operation.</summary>
/// <remarks>All amounts are in US dollars. The invoice decides.</remarks>
public sealed class MachineUtilization : Resource
{
    private bool _isEstimate;
    private string? _missingData;

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

    /// <summary>Gets or sets the size of its disk in bytes, where it was known.</summary>
    public long? StorageTotal { get; set; }

    /// <summary>Gets or sets the use of the machine itself; null where the API has none.</summary>
    public Usage? Utilization { get; set; }

    /// <summary>Gets or sets the use of its storage; null where the API has none.</summary>
    public Usage? StorageUtilization { get; set; }

    /// <summary>Gets or sets when this was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets the month, as yyyy-MM.</summary>
    public string? BillingMonth => Utilization?.BillingMonth ?? StorageUtilization?.BillingMonth;

    /// <summary>Gets the hours the machine ran; null if they are not known.</summary>
    public double? HoursUsed => Utilization?.Seconds is { } seconds ? Math.Round((double)seconds / 3600, 2) : null;

    /// <summary>Gets the price of an hour.</summary>
    public decimal? HourlyRate => Utilization?.HourlyRate;

    /// <summary>Gets the flat price of a month, of a machine that is billed by the month.</summary>
    public decimal? MonthlyRate => Utilization?.MonthlyRate;

    /// <summary>Gets the price of a month of storage.</summary>
    public decimal? StorageMonthlyRate => StorageUtilization?.MonthlyRate;

    /// <summary>Gets what the machine itself cost so far: its running hours, or the flat price of the month however long it ran, prorated
    /// in the month in which it was created; null if the rate or the hours are not known.</summary>
    public decimal? ComputeCost => new UtilizationCost(this).Compute;

    /// <summary>Gets what the storage cost so far: the monthly rate for the part of the month it was kept.</summary>
    public decimal? StorageCost => new UtilizationCost(this).Storage;

    /// <summary>Gets what both cost so far, as far as it is known (see <see cref="IsComplete"/>); null if nothing is.</summary>
    public decimal? Cost => UtilizationCost.Sum(ComputeCost, StorageCost);

    /// <summary>Gets what the machine itself will have cost at the end of the month at the current rate: if it runs for the same share of
    /// the time as so far. The cost itself once the month is over or the machine deleted; null if it cannot be projected.</summary>
    public decimal? ProjectedComputeCost => new UtilizationCost(this).ProjectedCompute;

    /// <summary>Gets what the storage will have cost at the end of the month if it is kept.</summary>
    public decimal? ProjectedStorageCost => new UtilizationCost(this).ProjectedStorage;

    /// <summary>Gets what both will have cost at the end of the month at the current rate, as far as their prices are known; null if there
    /// is no use to project yet.</summary>
    public decimal? ProjectedCost => ComputeCost is not null && ProjectedComputeCost is null
        ? null
        : UtilizationCost.Sum(ProjectedComputeCost, ProjectedStorageCost);

    /// <summary>Gets whether all parts of the cost and of its projection are known.</summary>
    public bool IsComplete =>
        ComputeCost is not null && StorageCost is not null && ProjectedComputeCost is not null && ProjectedStorageCost is not null;

    /// <summary>Gets or sets whether a list price stands in for a rate that the API does not return.</summary>
    public bool IsListPrice { get; set; }

    /// <summary>Gets or sets whether the cost is an estimate, rather than the API's use at the API's rates.</summary>
    public bool IsEstimate
    {
        get => _isEstimate || IsListPrice || new UtilizationCost(this).IsProrated;
        set => _isEstimate = value;
    }

    /// <summary>Gets or sets what an estimate had to do without, in sentences; null if nothing is missing. Unknown rates and hours are
    /// named in any case.</summary>
    public string? MissingData
    {
        get
        {
            var sentences = new[] { _missingData }.Concat(FindUnknown()).Where(sentence => !string.IsNullOrEmpty(sentence)).ToArray();
            return sentences.Length == 0 ? null : string.Join(" ", sentences);
        }
        set => _missingData = value;
    }

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
        StorageTotal = machine.StorageTotal ?? StorageTotal;
        DtDeleted = machine.DtDeleted ?? DtDeleted;
    }

    private IEnumerable<string> FindUnknown()
    {
        if (Utilization is null) yield return "The use of the machine is not known.";
        else if (Utilization.Seconds is null) yield return "The hours of the machine are not known.";
        if (Utilization is { HourlyRate: null, MonthlyRate: null }) yield return "The price of an hour is not known.";
        if (StorageUtilization is null) yield return "The use of the storage is not known.";
        else if (StorageUtilization.Seconds is null) yield return "How long the storage was kept is not known.";
        if (StorageUtilization is { MonthlyRate: null, HourlyRate: null }) yield return "The price of its storage is not known.";
    }
}
