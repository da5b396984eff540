using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Represents a completion: a name or id that the typed word is compared with, what is inserted for it, and what the list shows
/// if not the name or id.</summary>
internal readonly record struct CompletionChoice(string Key, string Text, string Tooltip, string? Label = null);

/// <summary>Creates completions, quoted where the command line needs it.</summary>
internal static class CompletionResults
{
    private static readonly char[] Quotes = ['\'', '"', '\u2018', '\u2019', '\u201A', '\u201B', '\u201C', '\u201D', '\u201E'];

    /// <summary>Returns the strings that begin with the word, in their order.</summary>
    /// <param name="word">The typed word, with or without an opening quote.</param>
    /// <param name="texts">The strings, each with its tooltip.</param>
    public static IEnumerable<CompletionResult> Create(string? word, IEnumerable<(string Text, string Tooltip)> texts) =>
        Create(word, texts.Select(text => new[] { new CompletionChoice(text.Text, text.Text, text.Tooltip) }), isPattern: false);

    /// <summary>Returns for each item the first of its choices whose key begins with the word, or matches it with wildcards; first the items
    /// whose best choice matches.</summary>
    /// <param name="word">The typed word, with or without an opening quote.</param>
    /// <param name="items">The choices of each item, the best first.</param>
    /// <param name="isPattern">Whether the parameter takes wildcards, so that those in a name are escaped.</param>
    public static IEnumerable<CompletionResult> Create(string? word, IEnumerable<CompletionChoice[]> items, bool isPattern)
    {
        var typed = (word ?? "").Trim(Quotes).Replace("''", "'");
        var pattern = isPattern ? NameMatcher.FindPattern(typed + "*") : null;
        return items
            .Select(choices => (Choices: choices, Rank: Array.FindIndex(choices, Matches)))
            .Where(item => item.Rank >= 0)
            .OrderBy(item => item.Rank)
            .Select(item => item.Choices[item.Rank])
            .Select(choice => new CompletionResult(
                Quote(Insert(choice)),
                TerminalText.Sanitize(choice.Label ?? choice.Key),
                CompletionResultType.ParameterValue,
                choice.Tooltip.Length == 0 ? choice.Text : TerminalText.Sanitize(choice.Tooltip)));

        bool Matches(CompletionChoice choice) =>
            IsShown(choice.Key)
            && IsShown(choice.Text)
            && (pattern?.IsMatch(choice.Key) == true || Begins(choice.Key, typed) || Begins(Insert(choice), typed));

        string Insert(CompletionChoice choice) => isPattern ? NameMatcher.Escape(choice.Text) : choice.Text;
    }

    /// <summary>Returns a string as it is written on a command line.</summary>
    public static string Quote(string text) => char.IsLetter(text[0]) && text.All(IsPlain)
        ? text
        : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";

    /// <summary>Returns whether a string can be put on a command line: a terminal must not be given control characters.</summary>
    private static bool IsShown(string text) => text.Length > 0 && TerminalText.Sanitize(text) == text;

    private static bool Begins(string text, string typed) => text.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is '-' or '_' or '.';
}
