using System.Text;

namespace Paperspace;

/// <summary>Knows the rules for the text of scripts.</summary>
public static class ScriptText
{
    /// <summary>The greatest length of a text, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 16 * 1024;

    /// <summary>Returns whether a text names its interpreter as Unix does, and ends lines as Windows does.</summary>
    public static bool HasWindowsLineEnds(string text) =>
        text.StartsWith("#!", StringComparison.Ordinal) && text.IndexOf('\n') is var end && end > 0 && text[end - 1] == '\r';

    /// <summary>Checks a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <exception cref="PaperspaceException">It is empty or too long.</exception>
    public static void Validate(string? text, string parameter)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw PaperspaceException.InvalidRequest("The script has no text. Give it something to run.", parameter);
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > MaximumBytes)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"The script has {length} bytes, and {MaximumBytes} (16 KB) is the most that a script ")
                    + "may have. Let it download the rest.",
                parameter);
    }
}
