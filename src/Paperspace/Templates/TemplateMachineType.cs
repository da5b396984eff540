namespace Paperspace;

/// <summary>Describes the availability of a machine type for a template.</summary>
public sealed class TemplateMachineType
{
    /// <summary>Gets or sets the machine type, such as <c>P4000</c>.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets whether the machine type is available.</summary>
    public bool? IsAvailable { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => MachineType;
}
