namespace Paperspace;

/// <summary>Tells when a machine last ran a script that is assigned to it.</summary>
public sealed class ScriptRun
{
    /// <summary>Gets or sets the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets when it last ran the script; null where it never did.</summary>
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => MachineId;
}
