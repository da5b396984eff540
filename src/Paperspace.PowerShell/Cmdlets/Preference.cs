namespace Paperspace.PowerShell;

/// <summary>Names a stream's common parameter and preference variable.</summary>
/// <param name="Parameter">The common parameter.</param>
/// <param name="Variable">The variable.</param>
internal sealed record Preference(string Parameter, string Variable)
{
    public static Preference Error { get; } = new("ErrorAction", "ErrorActionPreference");

    public static Preference Warning { get; } = new("WarningAction", "WarningPreference");

    public static Preference Verbose { get; } = new("Verbose", "VerbosePreference");

    public static Preference Debug { get; } = new("Debug", "DebugPreference");
}
