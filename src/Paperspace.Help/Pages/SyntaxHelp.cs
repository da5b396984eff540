using System.Text.RegularExpressions;

namespace Paperspace.Help;

/// <summary>Holds the syntax of a parameter set.</summary>
/// <param name="ParameterSet">The parameter set; null if the cmdlet has only one.</param>
/// <param name="IsDefault">Whether it is the default parameter set.</param>
/// <param name="Text">The syntax as Get-Command -Syntax shows it, in one line.</param>
/// <param name="Line">The line number in the page.</param>
internal sealed partial record SyntaxHelp(string? ParameterSet, bool IsDefault, string Text, int Line)
{
    /// <summary>Gets the names of the parameters in order.</summary>
    public IReadOnlyList<string> ParameterNames => [.. ParameterName().Matches(Text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"(?<=[ \[])-(\w+)")]
    private static partial Regex ParameterName();
}
