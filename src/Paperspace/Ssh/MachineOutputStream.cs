namespace Paperspace;

/// <summary>Names the stream of a command that a line was written to.</summary>
public enum MachineOutputStream
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}
