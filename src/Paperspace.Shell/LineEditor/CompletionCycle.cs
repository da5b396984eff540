using System.Management.Automation;

namespace Paperspace.Shell;

/// <summary>The ways to complete a line, one after the other.</summary>
/// <param name="line">The line that is completed.</param>
/// <param name="completion">What the engine found for it.</param>
internal sealed class CompletionCycle(string line, CommandCompletion completion)
{
    /// <summary>Whether there is anything to choose from.</summary>
    public bool IsEmpty => completion.CompletionMatches.Count == 0;

    /// <summary>Whether there is no other way.</summary>
    public bool IsSingle => completion.CompletionMatches.Count == 1;

    /// <summary>What the current way is about.</summary>
    public string Hint { get; private set; } = "";

    /// <summary>Goes to the next way, or back to the one before, and completes the line so.</summary>
    public void Apply(LineBuffer buffer, bool forward)
    {
        var match = completion.GetNextResult(forward);
        var start = completion.ReplacementIndex;
        var text = line.Remove(start, completion.ReplacementLength).Insert(start, match.CompletionText);
        buffer.Set(text, start + match.CompletionText.Length);
        Hint = $"{completion.CurrentMatchIndex + 1}/{completion.CompletionMatches.Count}  {OneLine(match.ToolTip)}";
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
