using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Tells what the caller wants to be shown.</summary>
internal static class PreferenceExtensions
{
    /// <summary>Whether a stream such as verbose is asked for, by the common parameter or by the preference variable.</summary>
    public static bool IsAsked(this PSCmdlet cmdlet, string parameter, string preference)
    {
        if (cmdlet.MyInvocation.BoundParameters.TryGetValue(parameter, out var bound)) return LanguagePrimitives.IsTrue(bound);
        var value = cmdlet.SessionState.PSVariable.GetValue(preference);
        return value is not null && LanguagePrimitives.TryConvertTo<ActionPreference>(value, out var asked)
            && asked is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
    }
}
