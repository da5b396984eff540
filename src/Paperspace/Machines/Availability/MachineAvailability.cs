namespace Paperspace;

/// <summary>Tells whether machines of a type can be had in a region now: the response of the operation availability.</summary>
public sealed class MachineAvailability
{
    /// <summary>Gets or sets the region that was asked about.</summary>
    public string Region { get; set; } = "";

    /// <summary>Gets or sets the machine type that was asked about.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets whether such machines can be requested there now; null where the API did not say.</summary>
    public bool? Available { get; set; }

    /// <summary>Gets or sets when the API said so, in UTC.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}
