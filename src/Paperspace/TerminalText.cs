using System.Text;

namespace Paperspace;

/// <summary>Makes text of unknown origin fit to be shown in a terminal.</summary>
public static class TerminalText
{
    /// <summary>Returns the text with each control or invisible formatting character shown as a replacement sign, so that it cannot
    /// move the cursor, change colours or reorder what stands beside it.</summary>
    public static string Sanitize(string? text)
    {
        if (text is null) return "";
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

    private static bool IsUnsafe(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or '\u061C' or '\u200E' or '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
