namespace Paperspace.Simulator;

/// <summary>Describes a machine that the account starts with, with some history behind it.</summary>
public sealed record MachineSeed
{
    /// <summary>Gets or sets its id; generated when null.</summary>
    public string? Id { get; init; }

    /// <summary>Gets or sets its name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets its machine type. One that the simulator does not know is taken as it is.</summary>
    public string MachineType { get; init; } = "P4000";

    /// <summary>Gets or sets its region, by its code (<c>NY2</c>) or its long name (<c>East Coast (NY2)</c>).</summary>
    public string Region { get; init; } = "NY2";

    /// <summary>
    /// Gets or sets its state. The transient ones (<c>provisioning</c>, <c>starting</c>, <c>stopping</c>, <c>restarting</c>,
    /// <c>upgrading</c>) have just begun and go on from there; any other, <c>serviceready</c> and unknown ones included, stays until an
    /// action changes it.
    /// </summary>
    public string State { get; init; } = "ready";

    /// <summary>Gets or sets the template that it was made from.</summary>
    public string TemplateId { get; init; } = "tkni3aa4";

    /// <summary>Gets or sets its storage in GB.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Gets or sets whether it has a static public address.</summary>
    public bool AssignPublicIp { get; init; }
}
