namespace Paperspace.PowerShell;

/// <summary>Formats the values of a network for the views of Paperspace.format.ps1xml.</summary>
public sealed class NetworkFormatter : DisplayFormatter
{
    private NetworkFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static NetworkFormatter Instance { get; } = new();
}
