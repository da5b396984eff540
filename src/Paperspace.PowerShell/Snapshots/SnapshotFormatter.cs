namespace Paperspace.PowerShell;

/// <summary>Formats the values of a snapshot for the views of Paperspace.format.ps1xml.</summary>
public sealed class SnapshotFormatter : DisplayFormatter
{
    private SnapshotFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static SnapshotFormatter Instance { get; } = new();
}
