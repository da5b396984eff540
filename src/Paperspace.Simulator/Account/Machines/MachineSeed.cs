namespace Paperspace.Simulator;

/// <summary>Describes a machine that the account starts with, including its history.</summary>
public sealed record MachineSeed
{
    /// <summary>Gets or sets the id; null to generate one.</summary>
    public string? Id { get; init; }

    /// <summary>Gets or sets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets the machine type; unknown types are accepted.</summary>
    public string MachineType { get; init; } = "P4000";

    /// <summary>Gets or sets the region, as its code (<c>NY2</c>) or full name (<c>East Coast (NY2)</c>).</summary>
    public string Region { get; init; } = "NY2";

    /// <summary>
    /// Gets or sets the state. A transition (<c>provisioning</c>, <c>starting</c>, <c>stopping</c>, <c>restarting</c>,
    /// <c>upgrading</c>) has just begun and continues; any other state, including <c>serviceready</c> and unknown ones, lasts until an
    /// action changes it.
    /// </summary>
    public string State { get; init; } = "ready";

    /// <summary>Gets or sets the id of the template.</summary>
    public string TemplateId { get; init; } = "tkni3aa4";

    /// <summary>Gets or sets the disk size in GB.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Gets or sets whether the machine has a static public IP address.</summary>
    public bool AssignPublicIp { get; init; }
}
