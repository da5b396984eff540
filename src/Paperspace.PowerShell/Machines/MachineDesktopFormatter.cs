namespace Paperspace.PowerShell;

/// <summary>Formats the values of a machine's desktop for the views of Paperspace.format.ps1xml.</summary>
public sealed class MachineDesktopFormatter : DisplayFormatter
{
    private MachineDesktopFormatter()
    {
    }

    /// <summary>Gets the formatter of a desktop's values.</summary>
    public static MachineDesktopFormatter Instance { get; } = new();
}
