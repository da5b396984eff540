namespace Paperspace.PowerShell;

/// <summary>Quotes text for a POSIX shell.</summary>
internal static class PosixShell
{
    /// <summary>Returns the text as one word, in which the shell expands nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parameter">The parameter that it was given for.</param>
    /// <exception cref="PaperspaceException">It has a null character, which no argument can contain.</exception>
    public static string Quote(string text, string parameter) => text.IndexOf('\0') < 0
        ? "'" + text.Replace("'", "'\\''") + "'"
        : throw PaperspaceException.InvalidRequest($"-{parameter} contains a null character.", parameter);
}
