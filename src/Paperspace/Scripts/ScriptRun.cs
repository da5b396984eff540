namespace Paperspace;

/// <summary>Describes the most recent run of a script on a machine.</summary>
public sealed class ScriptRun
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the time of the most recent run; null if the machine never ran the script.</summary>
    public DateTimeOffset? DtLastRun { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <inheritdoc/>
    public override string ToString() => MachineId;
}
