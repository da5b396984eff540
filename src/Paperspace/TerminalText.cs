using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace;

/// <summary>Makes untrusted strings safe to display in a terminal.</summary>
public static class TerminalText
{
    /// <summary>Matches <c>##vso[</c>, <c>##[</c> and <c>::command</c>, but no IPv6 address: no command name is hexadecimal.</summary>
    private static readonly Regex PipelineCommand = new(
        @"##(?=(vso)?\[)|::(?=[a-f-]*[g-z][a-z-]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>
    /// Replaces control and invisible formatting characters, which could move the cursor, change colors or reorder the
    /// surrounding text. In a pipeline, also breaks up commands to the agent.
    /// </summary>
    public static string Sanitize(string? text)
    {
        if (text is null) return "";
        if ((text.Contains("##") || text.Contains("::")) && IsPipeline)
            text = PipelineCommand.Replace(text, static command => $"{command.Value[0]} {command.Value[1]}");
        var clean = true;
        foreach (var c in text) clean &= !IsUnsafe(c);
        if (clean) return text;
        var shown = new StringBuilder(text.Length);
        foreach (var c in text) shown.Append(IsUnsafe(c) ? '\uFFFD' : c);
        return shown.ToString();
    }

    /// <summary>Sanitizes each line; keeps the line breaks.</summary>
    public static string SanitizeLines(string? text) => text is null
        ? ""
        : text.IndexOf('\n') < 0 ? Sanitize(text) : string.Join("\n", text.Split('\n').Select(line => Sanitize(line.TrimEnd('\r'))));

    /// <summary>Gets whether Azure Pipelines or GitHub Actions reads the output.</summary>
    private static bool IsPipeline =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TF_BUILD"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("GITHUB_ACTIONS"));

    private static bool IsUnsafe(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
