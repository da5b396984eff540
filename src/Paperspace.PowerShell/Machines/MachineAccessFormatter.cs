namespace Paperspace.PowerShell;

/// <summary>Formats the values of an access to a machine for the views of Paperspace.format.ps1xml.</summary>
public sealed class MachineAccessFormatter : DisplayFormatter
{
    private MachineAccessFormatter()
    {
    }

    /// <summary>Gets the formatter of an access's values.</summary>
    public static MachineAccessFormatter Instance { get; } = new();
}
