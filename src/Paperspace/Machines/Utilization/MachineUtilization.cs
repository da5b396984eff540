namespace Paperspace;

/// <summary>
/// Describes the use of a machine and its storage in a month, and its cost. It is an estimate from rates and events if
/// the API has no utilization operation.
/// </summary>
/// <remarks>All amounts are in US dollars. The invoice may differ.</remarks>
public sealed class MachineUtilization
{
    private bool _isEstimate;
    private string? _missingData;

    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the machine's name; null if unknown.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the machine's name; null if unknown.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the machine's name; null if unknown.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the machine's state when it was read; null if unknown.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the id of the machine's user; null if unknown.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the time when the machine was deleted; null while it exists, or if the API does not return it.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the disk size in bytes; null if unknown.</summary>
    public long? StorageTotal { get; set; }

    /// <summary>Gets or sets the use of the machine itself; null if unknown.</summary>
    public Usage? Utilization { get; set; }

    /// <summary>Gets or sets the use of the machine's storage; null if unknown.</summary>
    public Usage? StorageUtilization { get; set; }

    /// <summary>Gets or sets the time when the utilization was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets the month, formatted as yyyy-MM.</summary>
    public string? BillingMonth => Utilization?.BillingMonth ?? StorageUtilization?.BillingMonth;

    /// <summary>Gets the number of hours that the machine ran; null if unknown.</summary>
    public double? HoursUsed => Utilization?.Seconds is { } seconds ? Math.Round((double)seconds / 3600, 2) : null;

    /// <summary>Gets the price per hour; null for monthly billing, or if unknown.</summary>
    public decimal? HourlyRate => Utilization?.HourlyRate;

    /// <summary>Gets the flat price per month; null for hourly billing, or if unknown.</summary>
    public decimal? MonthlyRate => Utilization?.MonthlyRate;

    /// <summary>Gets the price of the storage per month; null if unknown.</summary>
    public decimal? StorageMonthlyRate => StorageUtilization?.MonthlyRate;

    /// <summary>
    /// Gets the cost of the machine itself so far: the price of the hours that it ran, or the flat monthly price,
    /// prorated in the month of its creation. Null if the rate or the hours are unknown.
    /// </summary>
    public decimal? ComputeCost => new UtilizationCost(this).Compute;

    /// <summary>
    /// Gets the cost of the storage so far: the monthly price for the part of the month that it existed. Null if
    /// unknown.
    /// </summary>
    public decimal? StorageCost => new UtilizationCost(this).Storage;

    /// <summary>Gets the known cost so far, see <see cref="IsComplete"/>; null if nothing is known.</summary>
    public decimal? Cost => UtilizationCost.Sum(ComputeCost, StorageCost);

    /// <summary>
    /// Gets the projected cost of the machine itself at the end of the month, if it keeps running for the same share of
    /// the time. Equals <see cref="ComputeCost"/> if the month is over or the machine was deleted; null if it cannot be
    /// projected.
    /// </summary>
    public decimal? ProjectedComputeCost => new UtilizationCost(this).ProjectedCompute;

    /// <summary>Gets the projected cost of the storage at the end of the month, if it is kept; null if it cannot be projected.</summary>
    public decimal? ProjectedStorageCost => new UtilizationCost(this).ProjectedStorage;

    /// <summary>
    /// Gets the projected cost at the end of the month, as far as prices are known; null if there is no use to project
    /// from.
    /// </summary>
    public decimal? ProjectedCost => ComputeCost is not null && ProjectedComputeCost is null
        ? null
        : UtilizationCost.Sum(ProjectedComputeCost, ProjectedStorageCost);

    /// <summary>Gets whether every part of the cost and of the projection is known.</summary>
    public bool IsComplete =>
        ComputeCost is not null && StorageCost is not null && ProjectedComputeCost is not null && ProjectedStorageCost is not null;

    /// <summary>Gets or sets whether the list price is used because the API does not return the account's rate.</summary>
    public bool IsListPrice { get; set; }

    /// <summary>Gets or sets whether the cost is an estimate, rather than computed from the API's own hours and rates.</summary>
    public bool IsEstimate
    {
        get => _isEstimate || IsListPrice || new UtilizationCost(this).IsProrated;
        set => _isEstimate = value;
    }

    /// <summary>
    /// Gets or sets sentences that state which data an estimate lacks; null if nothing is missing. Includes unknown
    /// rates and hours.
    /// </summary>
    public string? MissingData
    {
        get
        {
            var sentences = new[] { _missingData }.Concat(FindUnknown()).Where(sentence => !string.IsNullOrEmpty(sentence)).ToArray();
            return sentences.Length == 0 ? null : string.Join(" ", sentences);
        }
        set => _missingData = value;
    }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Copies the machine's name, type, region, state, user, disk size and deletion time.</summary>
    /// <param name="machine">The machine; null changes nothing.</param>
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
        if (Utilization is null) yield return "The use of the machine is unknown.";
        else if (Utilization.Seconds is null) yield return "The hours of the machine are unknown.";
        if (Utilization is { HourlyRate: null, MonthlyRate: null }) yield return "The price per hour is unknown.";
        if (StorageUtilization is null) yield return "The use of the storage is unknown.";
        else if (StorageUtilization.Seconds is null) yield return "The time that the storage was kept is unknown.";
        if (StorageUtilization is { MonthlyRate: null, HourlyRate: null }) yield return "The price of the storage is unknown.";
    }
}
