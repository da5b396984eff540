namespace Paperspace;

/// <summary>Represents a command that runs detached on a machine.</summary>
public sealed class MachineJob : Resource
{
    /// <summary>Gets or sets the name, which is unique on the machine.</summary>
    public string JobName { get; set; } = "";

    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the name of the machine; null if it has none.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets when the job was started, in UTC.</summary>
    public DateTimeOffset StartedAt { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{JobName} on {MachineId}";
}
