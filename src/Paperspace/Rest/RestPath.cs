namespace Paperspace;

/// <summary>Validates request paths, which must stay below the API's base address.</summary>
public static class RestPath
{
    private const int MaxLength = 2000;
    private const int MaxShownLength = 60;
    private const int EscapeLength = 3;

    /// <summary>Returns the path, without a leading slash, if it is valid.</summary>
    /// <param name="path">The path, such as <c>machines/psec02yp2</c>, with special characters escaped.</param>
    /// <param name="parameter">The name of the parameter, for the error.</param>
    /// <exception cref="PaperspaceException">The path is empty or too long, names a host, leads outside the base
    /// address, has a query, or contains an unescaped character.</exception>
    public static string Require(string? path, string parameter)
    {
        var relative = (path ?? "").Trim();
        if (relative.StartsWith("/", StringComparison.Ordinal)) relative = relative.Substring(1);
        if (relative.Length == 0)
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Specify a path of the API, such as 'machines'.", parameter);
        if (FindProblem(relative) is not { } problem) return relative;
        var shown = relative.Length > MaxShownLength ? relative.Substring(0, MaxShownLength) + "…" : relative;
        throw PaperspaceException.InvalidRequest($"{parameter} '{TerminalText.Sanitize(shown)}' {problem}", parameter);
    }

    private static string? FindProblem(string path)
    {
        if (path.Length > MaxLength) return $"has {path.Length} characters. The maximum is {MaxLength}.";
        if (path.IndexOf("://", StringComparison.Ordinal) >= 0)
            return "is an absolute address. Specify only the path after the account's base address; the key is sent to no other host.";
        if (path.IndexOf('?') >= 0) return "has a query. Specify its fields with Query.";
        foreach (var segment in path.Split('/'))
        {
            var unescaped = Unescape(segment, out var isSafe);
            if (!isSafe) return "contains a character that is not valid in a path. Escape names with [uri]::EscapeDataString.";
            if (unescaped is "" or "." or "..") return "has a segment that is empty, '.' or '..'.";
        }

        return null;
    }

    /// <summary>Unescapes a segment of a path.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isSafe">Whether the segment has only valid characters, and no escapes that could change the
    /// path.</param>
    private static string Unescape(string segment, out bool isSafe)
    {
        isSafe = true;
        for (var i = 0; i < segment.Length; i++)
            if (segment[i] != '%') isSafe &= IsMark(segment[i]);
            else if (i + EscapeLength > segment.Length || !IsHex(segment[i + 1]) || !IsHex(segment[i + 2])) isSafe = false;
            else i += EscapeLength - 1;
        var unescaped = isSafe ? Uri.UnescapeDataString(segment) : segment;
        // A proxy may unescape once more: no escape may become a separator or another escape.
        isSafe &= unescaped.IndexOfAny(['/', '\\', '%']) < 0 && !unescaped.Any(char.IsControl);
        return unescaped;
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
