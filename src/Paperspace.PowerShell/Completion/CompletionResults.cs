using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Makes completions of texts, quoted where the command line needs it.</summary>
internal static class CompletionResults
{
    /// <summary>Those of the texts that begin with the word, in their order.</summary>
    /// <param name="word">What was typed, perhaps with an opening quote.</param>
    /// <param name="texts">The texts, each with what explains it.</param>
    public static IEnumerable<CompletionResult> Create(string? word, IEnumerable<(string Text, string Tooltip)> texts)
    {
        var typed = (word ?? "").Trim('\'', '"');
        foreach (var (text, tooltip) in texts)
            if (text.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                yield return new CompletionResult(Quote(text), text, CompletionResultType.ParameterValue, tooltip);
    }

    private static string Quote(string text) => text.All(IsPlain)
        ? text
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
