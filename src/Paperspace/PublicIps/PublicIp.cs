namespace Paperspace;

/// <summary>Represents a static public address of the account, which costs until it is released, with a machine or without.</summary>
public sealed class PublicIp : Resource
{
    /// <summary>Gets or sets the address, such as <c>203.0.113.7</c>.</summary>
    public string Ip { get; set; } = "";

    /// <summary>Gets or sets the region, by its short name.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the id of the machine that has it; null where none has.</summary>
    public string? AssignedMachineId { get; set; }

    /// <summary>Gets or sets when it was claimed, in UTC.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => Ip;
}
