using System.Text;

namespace Paperspace;

/// <summary>Validates the text of scripts.</summary>
public static class ScriptText
{
    /// <summary>The maximum length of a script, in bytes of UTF-8.</summary>
    public const int MaximumBytes = 16 * 1024;

    /// <summary>Returns whether a Unix script, which begins with <c>#!</c>, has Windows line endings.</summary>
    public static bool HasWindowsLineEnds(string text) =>
        text.StartsWith("#!", StringComparison.Ordinal) && text.IndexOf('\n') is var end && end > 0 && text[end - 1] == '\r';

    /// <summary>Checks the text of a script.</summary>
    /// <param name="text">The text of the script.</param>
    /// <param name="parameter">The name of the parameter, for the error.</param>
    /// <exception cref="PaperspaceException">The text is empty or too long.</exception>
    public static void Validate(string? text, string parameter)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw PaperspaceException.InvalidRequest("The script is empty. Specify its text.", parameter);
        var length = Encoding.UTF8.GetByteCount(text);
        if (length > MaximumBytes)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"The script has {length} bytes. The maximum is {MaximumBytes} (16 KB). ")
                    + "Let the script download the rest.",
                parameter);
    }
}
