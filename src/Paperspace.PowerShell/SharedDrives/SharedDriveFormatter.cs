namespace Paperspace.PowerShell;

/// <summary>Formats the values of a shared drive for the views of Paperspace.format.ps1xml.</summary>
public sealed class SharedDriveFormatter : DisplayFormatter
{
    private SharedDriveFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static SharedDriveFormatter Instance { get; } = new();
}
