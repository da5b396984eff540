namespace Paperspace;

/// <summary>
/// Represents the usage of a machine and its storage in a month, and its cost: as the API returns it, or estimated from
/// rates and events if the API does not.
/// </summary>
/// <remarks>All amounts are in US dollars. The invoice is authoritative.</remarks>
public sealed class MachineUtilization : Resource
{
    private bool _isEstimate;
    private string? _missingData;

    /// <summary>Gets or sets the machine's id.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the machine's name; null if unknown.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the machine type; null if unknown.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the short name of the machine's region; null if unknown.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the machine's state when it was read; null if unknown.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the id of the machine's user; null if unknown.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the time when the machine was deleted; null while it exists, or if the API does not return it.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the disk size in bytes; null if unknown.</summary>
    public long? StorageTotal { get; set; }

    /// <summary>Gets or sets the usage of the machine itself; null if unknown.</summary>
    public Usage? Utilization { get; set; }

    /// <summary>Gets or sets the usage of the machine's storage; null if unknown.</summary>
    public Usage? StorageUtilization { get; set; }

    /// <summary>Gets or sets the time when the usage was read, by the client's clock.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets the month, formatted as yyyy-MM.</summary>
    public string? BillingMonth => RequestedMonth ?? Utilization?.BillingMonth ?? StorageUtilization?.BillingMonth;

    /// <summary>Gets the number of hours that the machine ran; null if unknown.</summary>
    public double? HoursUsed => Utilization?.Seconds is { } seconds ? Math.Round((double)seconds / 3600, 2) : null;

    /// <summary>Gets the price per hour in US dollars; null for monthly billing, or if unknown.</summary>
    public decimal? HourlyRate => Utilization?.HourlyRate;

    /// <summary>Gets the flat price per month in US dollars; null for hourly billing, or if unknown.</summary>
    public decimal? MonthlyRate => Utilization?.MonthlyRate;

    /// <summary>Gets the price of the storage per month in US dollars; null if unknown.</summary>
    public decimal? StorageMonthlyRate => StorageUtilization?.MonthlyRate;

    /// <summary>Gets the cost of the machine itself so far: its running hours, or the flat price of the month, prorated in the month in
    /// which it was created; null if the rate or the hours are unknown.</summary>
    public decimal? ComputeCost => new UtilizationCost(this).Compute;

    /// <summary>Gets the cost of the storage so far: the monthly rate, prorated by how long it was kept.</summary>
    public decimal? StorageCost => new UtilizationCost(this).Storage;

    /// <summary>Gets the known cost of both so far (see <see cref="IsComplete"/>); null if none is known.</summary>
    public decimal? Cost => UtilizationCost.Sum(ComputeCost, StorageCost);

    /// <summary>Gets the projected cost of the machine itself at the end of the month, if it runs for the same share of the time as so far.
    /// The cost so far once the month is over or the machine deleted; null if unknown.</summary>
    public decimal? ProjectedComputeCost => new UtilizationCost(this).ProjectedCompute;

    /// <summary>Gets the projected cost of the storage at the end of the month, if it is kept.</summary>
    public decimal? ProjectedStorageCost => new UtilizationCost(this).ProjectedStorage;

    /// <summary>Gets the projected cost of both at the end of the month, as far as their prices are known; null if there is no usage to
    /// project yet.</summary>
    public decimal? ProjectedCost => ComputeCost is not null && ProjectedComputeCost is null
        ? null
        : UtilizationCost.Sum(ProjectedComputeCost, ProjectedStorageCost);

    /// <summary>Gets whether all parts of the cost and of the projected cost are known, and not lower bounds because events are missing or
    /// contradict the machine's state (see <see cref="MissingData"/>).</summary>
    public bool IsComplete =>
        !IsLowerBound
        && ComputeCost is not null
        && StorageCost is not null
        && ProjectedComputeCost is not null
        && ProjectedStorageCost is not null;

    /// <summary>Gets or sets whether a list price replaces a rate that the API does not return.</summary>
    public bool IsListPrice { get; set; }

    /// <summary>Gets or sets whether the cost is an estimate, rather than the API's usage at the API's rates.</summary>
    public bool IsEstimate
    {
        get => _isEstimate || IsListPrice || new UtilizationCost(this).IsProrated;
        set => _isEstimate = value;
    }

    /// <summary>Gets or sets which data was missing, in sentences; null if none was. Unknown rates and hours are always named.</summary>
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

    /// <summary>Copies the name, type, region, state, user, disk size and deletion time of a machine, where they are known.</summary>
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

    /// <summary>Gets or sets the month that was requested, which a response without usage does not name; null if unknown.</summary>
    internal string? RequestedMonth { get; set; }

    /// <summary>Gets or sets whether the machine may have run longer than its events show.</summary>
    internal bool IsLowerBound { get; set; }

    private IEnumerable<string> FindUnknown()
    {
        if (Utilization is null) yield return "The usage of the machine is unknown.";
        else if (Utilization.Seconds is null) yield return "The hours of the machine are unknown.";
        if (Utilization is { HourlyRate: null, KnownMonthlyRate: null } or { HourlyRate: not null, KnownHourlyRate: null })
            yield return "The hourly price is unknown.";
        if (StorageUtilization is null) yield return "The usage of the storage is unknown.";
        else if (StorageUtilization.Seconds is null) yield return "How long the storage was kept is unknown.";
        if (StorageUtilization is { HourlyRate: null, KnownMonthlyRate: null } or { HourlyRate: not null, KnownHourlyRate: null })
            yield return "The storage price is unknown.";
    }
}
