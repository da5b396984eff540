namespace Paperspace.PowerShell;

/// <summary>Formats the values of a public address for the views of Paperspace.format.ps1xml.</summary>
public sealed class PublicIpFormatter : DisplayFormatter
{
    private PublicIpFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static PublicIpFormatter Instance { get; } = new();
}
