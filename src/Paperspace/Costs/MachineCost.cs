namespace Paperspace;

/// <summary>Sums what machines and the resources around them cost in months: all of them, or those of one group.</summary>
/// <remarks>All amounts are in US dollars. The invoice decides.</remarks>
public sealed class MachineCost
{
    /// <summary>Gets or sets what the group is called: its machine, type, region, state, month or user; <c>Total</c> for all.</summary>
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the month, as yyyy-MM, where the figures are of one month alone.</summary>
    public string? BillingMonth { get; set; }

    /// <summary>Gets or sets the kind of the resources, where they are grouped by it: <c>Machine</c>, <c>Disk</c>, <c>PublicIp</c>,
    /// <c>Snapshot</c>, <c>Template</c> or <c>SharedDrive</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>Gets or sets the machine's id, where the group is a machine.</summary>
    public string? MachineId { get; set; }

    /// <summary>Gets or sets the machine type, where machines are grouped by it; null too for those of an unknown type.</summary>
    public string? MachineType { get; set; }

    /// <summary>Gets or sets the region, where machines are grouped by it; null too for those of an unknown region.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the state, where machines are grouped by it; null too for those in an unknown state.</summary>
    public string? State { get; set; }

    /// <summary>Gets or sets the id of the user, where machines are grouped by it; null too for those of an unknown user.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the number of machines.</summary>
    public int MachineCount { get; set; }

    /// <summary>Gets or sets the number of figures, one for each resource and month.</summary>
    public int FigureCount { get; set; }

    /// <summary>Gets or sets how many of the figures are estimates.</summary>
    public int EstimateCount { get; set; }

    /// <summary>Gets or sets how many of the figures are at list price, since the API returns no rate.</summary>
    public int ListPriceCount { get; set; }

    /// <summary>Gets or sets how many of the figures are unknown, in whole or in part.</summary>
    public int UnknownCount { get; set; }

    /// <summary>Gets or sets whether every part of the sums is known; otherwise they are the least that it costs.</summary>
    public bool IsComplete { get; set; } = true;

    /// <summary>Gets or sets what is missing from the sums, by name; null if they are complete.</summary>
    public string? Missing { get; set; }

    /// <summary>Gets or sets the hours that the machines ran; null if none are known.</summary>
    public double? HoursUsed { get; set; }

    /// <summary>Gets or sets what the machines themselves cost so far; null if nothing is known.</summary>
    public decimal? ComputeCost { get; set; }

    /// <summary>Gets or sets what storage cost so far: disks, snapshots, templates and drives; null if nothing is known.</summary>
    public decimal? StorageCost { get; set; }

    /// <summary>Gets or sets what all of it cost so far, static addresses included; null if nothing is known.</summary>
    public decimal? Cost { get; set; }

    /// <summary>Gets or sets what all of it will have cost at the end of the months at the current rate; null if nothing is
    /// known.</summary>
    public decimal? ProjectedCost { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(Name);
}
