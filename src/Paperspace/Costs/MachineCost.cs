namespace Paperspace;

/// <summary>Represents the summed cost of machines and other resources, in total or for one group.</summary>
/// <remarks>All amounts are in US dollars. The invoice is authoritative.</remarks>
public sealed class MachineCost
{
    /// <summary>Gets or sets the name of the group: its machine, type, region, state, month or user; <c>Total</c> for all.</summary>
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the month, as yyyy-MM, if all figures are of one month.</summary>
    public string? BillingMonth { get; set; }

    /// <summary>Gets or sets the kind of the resources, if grouped by it: <c>Machine</c>, <c>Disk</c>, <c>PublicIp</c>,
    /// <c>Snapshot</c>, <c>Template</c> or <c>SharedDrive</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>Gets or sets the machine's id, if grouped by machine.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the machine type, if grouped by it; null if unknown.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the region, if grouped by it; null if unknown.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the state, if grouped by it; null if unknown.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the id of the user, if grouped by it; null if unknown.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the number of machines.</summary>
    public int MachineCount { get; set; }

    /// <summary>Gets or sets the number of figures, one for each resource and month.</summary>
    public int FigureCount { get; set; }

    /// <summary>Gets or sets the number of figures that are estimates.</summary>
    public int EstimateCount { get; set; }

    /// <summary>Gets or sets the number of figures at list price, because the API returns no rate.</summary>
    public int ListPriceCount { get; set; }

    /// <summary>Gets or sets the number of figures that are incomplete or unknown.</summary>
    public int UnknownCount { get; set; }

    /// <summary>Gets or sets whether every part of the sums is known; otherwise they are lower bounds.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Gets or sets which figures are incomplete, and why; null if none is.</summary>
    public string? Missing { get; set; }

    /// <summary>Gets or sets the hours that the machines ran; null if unknown.</summary>
    public double? HoursUsed { get; set; }

    /// <summary>Gets or sets the cost of the machines themselves so far; null if unknown.</summary>
    public decimal? ComputeCost { get; set; }

    /// <summary>Gets or sets the cost of storage so far: disks, snapshots, templates and drives; null if unknown.</summary>
    public decimal? StorageCost { get; set; }

    /// <summary>Gets or sets the total cost so far, including static IP addresses; null if unknown.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Gets or sets the projected total cost at the end of the months, at the current rate; null if unknown.</summary>
    public decimal? ProjectedCost { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(Name);
}
