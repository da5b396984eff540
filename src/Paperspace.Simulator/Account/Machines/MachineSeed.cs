namespace Paperspace.Simulator;

/// <summary>Describes a machine that the account starts with, and that has a history.</summary>
public sealed record MachineSeed
{
    /// <summary>Gets or sets the id; generated if null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets or sets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets the machine type; one that the simulator does not know is accepted.</summary>
    public string MachineType { get; init; } = "P4000";

    /// <summary>Gets or sets the region, by its code (<c>NY2</c>) or its long name (<c>East Coast (NY2)</c>).</summary>
    public string Region { get; init; } = "NY2";

    /// <summary>
    /// Gets or sets the state. A transition (<c>provisioning</c>, <c>starting</c>, <c>stopping</c>, <c>restarting</c>, <c>upgrading</c>)
    /// has just begun and continues; any other state, including <c>serviceready</c> and unknown ones, stays until an action changes it.
    /// </summary>
    public string State { get; init; } = "ready";

    /// <summary>Gets or sets the template that it was created from.</summary>
    public string TemplateId { get; init; } = "tkni3aa4";

    /// <summary>Gets or sets the storage in GB.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Gets or sets whether it has a static public address.</summary>
    public bool AssignPublicIp { get; init; }
}
