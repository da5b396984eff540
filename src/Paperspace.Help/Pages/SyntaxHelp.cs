using System.Text.RegularExpressions;

namespace Paperspace.Help;

/// <summary>Describes a way to call a cmdlet.</summary>
/// <param name="ParameterSet">The parameter set; null where the cmdlet has only one.</param>
/// <param name="IsDefault">Whether it is the one that is taken when the parameters leave it open.</param>
/// <param name="Text">The way, as Get-Command -Syntax shows it, on one line.</param>
/// <param name="Line">Where it stands in the page.</param>
internal sealed partial record SyntaxHelp(string? ParameterSet, bool IsDefault, string Text, int Line)
{
    /// <summary>Gets the names of the parameters, in their order.</summary>
    public IReadOnlyList<string> ParameterNames => [.. ParameterName().Matches(Text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<=[ \[])-(\w+)")]
    private static partial Regex ParameterName();
}
