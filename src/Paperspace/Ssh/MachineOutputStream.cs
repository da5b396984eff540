namespace Paperspace;

/// <summary>Specifies the output stream of a command.</summary>
public enum MachineOutputStream
{
    /// <summary>Standard output.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}
