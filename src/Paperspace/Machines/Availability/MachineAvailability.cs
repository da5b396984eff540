namespace Paperspace;

/// <summary>Describes whether a machine type is available in a region.</summary>
public sealed class MachineAvailability
{
    /// <summary>Gets or sets the region.</summary>
    public string Region { get; set; } = "";

    /// <summary>Gets or sets the machine type.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets whether the machine type is available; null if the API did not say.</summary>
    public bool? Available { get; set; }

    /// <summary>Gets or sets the time when the availability was read, in UTC.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}
