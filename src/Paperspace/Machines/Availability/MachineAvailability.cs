namespace Paperspace;

/// <summary>Whether machines of a type can be had in a region now: the answer of the operation availability.</summary>
public sealed class MachineAvailability
{
    /// <summary>The region that was asked about.</summary>
    public string Region { get; set; } = "";

    /// <summary>The machine type that was asked about.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Whether such machines can be requested there now; null where the API did not say.</summary>
    public bool? Available { get; set; }

    /// <summary>When the API said so, in UTC.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <summary>Fields of the answer that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;
}
