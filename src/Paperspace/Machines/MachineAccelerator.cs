namespace Paperspace;

/// <summary>Describes the accelerators of one kind that a machine has.</summary>
public sealed class MachineAccelerator
{
    /// <summary>Gets or sets the name, such as <c>Quadro P4000</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the memory of each in bytes; null where the API does not tell it.</summary>
    public long? Memory { get; set; }

    /// <summary>Gets or sets how many there are.</summary>
    public int? Count { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Returns the name, with the count where there are several.</summary>
    public override string ToString() => Count > 1 ? $"{Name} x{Count}" : Name ?? "";
}
