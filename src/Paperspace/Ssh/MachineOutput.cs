namespace Paperspace;

/// <summary>Represents one line that a command wrote on a machine.</summary>
public sealed class MachineOutput
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the name of the machine; null if it has none.</summary>
    public string? MachineName { get; set; }

    /// <summary>Gets or sets the stream that the line was written to.</summary>
    public MachineOutputStream Stream { get; set; }

    /// <summary>
    /// Gets or sets the line without its line ending. It is unchanged, so it may contain control characters; invalid
    /// UTF-8 is replaced by U+FFFD.
    /// </summary>
    public string Line { get; set; } = "";

    /// <summary>Gets or sets the time when the line was received, in UTC; null in the log of a detached job, which has no times.</summary>
    public DateTimeOffset? Time { get; set; }

    /// <summary>Gets or sets the name of the job; null for a command that was not detached.</summary>
    public string? JobName { get; set; }

    /// <summary>Returns the line.</summary>
    public override string ToString() => Line;
}
