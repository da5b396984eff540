using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Makes completions of texts, quoted where the command line needs it.</summary>
internal static class CompletionResults
{
    private static readonly char[] Quotes = ['\'', '"', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E'];

    /// <summary>Returns those of the texts that begin with the word, or that it matches with wildcards, in their order.</summary>
    /// <param name="word">What was typed, perhaps with an opening quote.</param>
    /// <param name="texts">The texts, each with what explains it.</param>
    /// <param name="isPattern">Whether the parameter takes wildcards, so that those in a text are escaped.</param>
    public static IEnumerable<CompletionResult> Create(
        string? word,
        IEnumerable<(string Text, string Tooltip)> texts,
        bool isPattern = false)
    {
        var typed = (word ?? "").Trim(Quotes).Replace("''", "'");
        var pattern = isPattern && WildcardPattern.ContainsWildcardCharacters(typed)
            ? new WildcardPattern(typed + "*", WildcardOptions.IgnoreCase | WildcardOptions.CultureInvariant)
            : null;
        foreach (var (text, tooltip) in texts)
        {
            // A text that a terminal must not be given as it is cannot be put on its command line either.
            if (text.Length == 0 || TerminalText.Sanitize(text) != text) continue;
            var inserted = isPattern ? NameMatcher.Escape(text) : text;
            if (pattern?.IsMatch(text) == true || Begins(text, typed) || Begins(inserted, typed))
                yield return new CompletionResult(
                    Quote(inserted),
                    text,
                    CompletionResultType.ParameterValue,
                    tooltip.Length == 0 ? text : TerminalText.Sanitize(tooltip));
        }
    }

    private static bool Begins(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Returns a text as it is written on a command line.</summary>
    public static string Quote(string text) => char.IsLetter(text[0]) && text.All(IsPlain)
        ? text
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
