namespace Paperspace;

/// <summary>Tells whether a machine type can be had for a template.</summary>
public sealed class TemplateMachineType
{
    /// <summary>Gets or sets the machine type, such as <c>P4000</c>.</summary>
    public string MachineType { get; set; } = "";

    /// <summary>Gets or sets whether machines of the type can be had.</summary>
    public bool? IsAvailable { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => MachineType;
}
