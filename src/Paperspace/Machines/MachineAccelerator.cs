namespace Paperspace;

/// <summary>Describes a machine's accelerators of one kind.</summary>
public sealed class MachineAccelerator
{
    /// <summary>Gets or sets the name, such as <c>Quadro P4000</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the memory of each accelerator in bytes; null if the API does not return it.</summary>
    public long? Memory { get; set; }

    /// <summary>Gets or sets the number of accelerators.</summary>
    public int? Count { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Returns the name, followed by the count if it is above 1.</summary>
    public override string ToString() => Count > 1 ? $"{Name} x{Count}" : Name ?? "";
}
