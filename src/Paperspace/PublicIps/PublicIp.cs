namespace Paperspace;

/// <summary>Represents a static public IP address, which is billed until it is released, assigned or not.</summary>
public sealed class PublicIp : Resource
{
    /// <summary>Gets or sets the address, such as <c>203.0.113.7</c>.</summary>
    public string Ip { get; set; } = "";

    /// <summary>Gets or sets the short name of the region.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the id of the machine that has the address; null if it is unassigned.</summary>
    public string? AssignedMachineId { get; set; }

    /// <summary>Gets or sets the time when the address was claimed, in UTC.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => Ip;
}
