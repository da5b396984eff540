namespace Paperspace.PowerShell;

/// <summary>Formats the values of a user for the views of Paperspace.format.ps1xml.</summary>
public sealed class UserFormatter : DisplayFormatter
{
    private UserFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static UserFormatter Instance { get; } = new();
}
