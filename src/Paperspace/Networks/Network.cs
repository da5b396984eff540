namespace Paperspace;

/// <summary>Describes a network that machines of one region can be on.</summary>
public sealed class Network : Resource
{
    /// <summary>Gets or sets the id, such as <c>nwhoe4ox</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name; null for the network that machines are on until they join one.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the region's short name; null if the API does not return it.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the network's address, such as <c>10.64.0.0</c>.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the network's mask, such as <c>255.255.255.0</c>.</summary>
    public string? Netmask { get; set; }

    /// <summary>Gets or sets the team it belongs to; null where the API does not tell it.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets when it was created, in UTC.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets when it was deleted, in UTC; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets whether it is the network of machines that joined no private one, of which the API tells nothing but the id;
    /// null where the API does not tell the two apart.</summary>
    public bool? IsDefault { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Returns the name; the id where there is none.</summary>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : Name!;
}
