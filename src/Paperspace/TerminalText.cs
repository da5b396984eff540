using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace;

/// <summary>Makes text of unknown origin fit to be shown in a terminal.</summary>
public static class TerminalText
{
    /// <summary>Finds <c>##vso[</c>, <c>##[</c> and <c>::command</c>, but no IPv6 address: no command has hexadecimal letters
    /// alone.</summary>
    private static readonly Regex PipelineCommand = new(
        @"##(?=(vso)?\[)|::(?=[a-f-]*[g-z][a-z-]*)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Returns the text with each control or invisible formatting character shown as a replacement sign, so that it cannot
    /// move the cursor, change colors or reorder what stands beside it; and, in a pipeline, with its commands to the agent broken up.</summary>
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

    /// <summary>Returns the text with each of its lines sanitized, and the breaks between them kept.</summary>
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
