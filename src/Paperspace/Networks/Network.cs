namespace Paperspace;

/// <summary>Describes a network, which connects machines of one region.</summary>
public sealed class Network : Resource
{
    /// <summary>Gets or sets the id, such as <c>nwhoe4ox</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name; null for the default network.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the region's short name; null if the API does not return it.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the network's address, such as <c>10.64.0.0</c>.</summary>
    public string? Address { get; set; }

    /// <summary>Gets or sets the network's mask, such as <c>255.255.255.0</c>.</summary>
    public string? Netmask { get; set; }

    /// <summary>Gets or sets the id of the network's team; null if the API does not return it.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the time when it was created, in UTC.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the time when it was deleted, in UTC; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>
    /// Gets or sets whether this is the default network, which machines without a private one use; null if the API does
    /// not distinguish. V1 returns only its id.
    /// </summary>
    public bool? IsDefault { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Returns the name, or the id if there is no name.</summary>
    public override string ToString() => string.IsNullOrEmpty(Name) ? Id : Name!;
}
