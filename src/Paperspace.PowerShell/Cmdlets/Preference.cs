namespace Paperspace.PowerShell;

/// <summary>Names a stream's common parameter and preference variable.</summary>
/// <param name="Parameter">The common parameter.</param>
/// <param name="Variable">The variable.</param>
internal sealed record Preference(string Parameter, string Variable)
{
    /// <summary>Gets the preference for errors.</summary>
    public static Preference Error { get; } = new("ErrorAction", "ErrorActionPreference");

    /// <summary>Gets the preference for warnings.</summary>
    public static Preference Warning { get; } = new("WarningAction", "WarningPreference");

    /// <summary>Gets the preference for verbose texts.</summary>
    public static Preference Verbose { get; } = new("Verbose", "VerbosePreference");

    /// <summary>Gets the preference for debug texts.</summary>
    public static Preference Debug { get; } = new("Debug", "DebugPreference");
}
