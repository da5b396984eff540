namespace Paperspace;

/// <summary>Checks paths of an API: they stay below its base address, whatever they are made from.</summary>
public static class RestPath
{
    private const int Longest = 2000;
    private const int LongestShown = 60;
    private const int EscapeLength = 3;

    /// <summary>Returns the path back, without a leading slash, when it can only be one below the base address.</summary>
    /// <param name="path">The path, such as <c>machines/psec02yp2</c>; what is no letter, digit or mark in it is escaped.</param>
    /// <param name="parameter">The parameter, for the error.</param>
    /// <exception cref="PaperspaceException">It is empty or too long, names a host, leads upwards, has a query, or has a character that is
    /// not escaped.</exception>
    public static string Require(string? path, string parameter)
    {
        var relative = (path ?? "").Trim();
        if (relative.StartsWith("/", StringComparison.Ordinal)) relative = relative.Substring(1);
        if (relative.Length == 0)
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Give a path of the API, such as 'machines'.", parameter);
        if (FindFault(relative) is not { } fault) return relative;
        var shown = relative.Length > LongestShown ? relative.Substring(0, LongestShown) + "…" : relative;
        throw PaperspaceException.InvalidRequest($"{parameter} '{TerminalText.Sanitize(shown)}' {fault}", parameter);
    }

    private static string? FindFault(string path)
    {
        if (path.Length > Longest) return $"has {path.Length} characters; {Longest} can be sent at the most.";
        if (path.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "is an address: give the path alone, after the base address of the account. The key goes to no other host.";
        if (path.IndexOf('?') >= 0) return "has a query: give its fields with Query.";
        foreach (var segment in path.Split('/'))
        {
            var text = Unescape(segment, out var isSafe);
            if (!isSafe) return "has a character that no path has: escape names in it, with [uri]::EscapeDataString.";
            if (text is "" or "." or "..") return "has an empty part, or one that leads elsewhere.";
        }

        return null;
    }

    /// <summary>Returns a part of a path as it is meant.</summary>
    /// <param name="segment">The part.</param>
    /// <param name="isSafe">Whether it has only what is left as it is, and escapes of what cannot change the path.</param>
    private static string Unescape(string segment, out bool isSafe)
    {
        isSafe = true;
        for (var i = 0; i < segment.Length; i++)
            if (segment[i] != '%') isSafe &= IsMark(segment[i]);
            else if (i + EscapeLength > segment.Length || !IsHex(segment[i + 1]) || !IsHex(segment[i + 2])) isSafe = false;
            else i += EscapeLength - 1;
        var text = isSafe ? Uri.UnescapeDataString(segment) : segment;
        // An escape that is unescaped on the way, once or twice, must not become a separator either.
        isSafe &= text.IndexOfAny(['/', '\\', '%']) < 0 && !text.Any(char.IsControl);
        return text;
    }

    private static bool IsMark(char c) =>
        c
            is >= 'a'
                and <= 'z'
                or >= 'A'
                and <= 'Z'
                or >= '0'
                and <= '9'
                or '-'
                or '_'
                or '.'
                or '~'
                or '!'
                or '$'
                or '\''
                or '('
                or ')'
                or '*'
                or '+'
                or ','
                or '='
                or '@';

    private static bool IsHex(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'f' or >= 'A' and <= 'F';
}
