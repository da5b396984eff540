namespace Paperspace;

/// <summary>Checks ids that become part of a request's path.</summary>
public static class ResourceId
{
    private const int LongestShown = 60;
    private const int Longest = 200;

    /// <summary>Returns the id back when it can be part of a path unchanged.</summary>
    /// <param name="id">The id.</param>
    /// <param name="parameter">The API's name of the parameter, for the error.</param>
    /// <exception cref="PaperspaceException">It is empty, too long, or has a character that could change the path.</exception>
    public static string Require(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Give an id, such as 'psec02yp2' or 'ubx9ce8k'.", parameter);
        var trimmed = id!.Trim();
        if (IsValid(trimmed)) return trimmed;
        var shown = trimmed.Length > LongestShown ? trimmed.Substring(0, LongestShown) + "…" : trimmed;
        throw PaperspaceException.InvalidRequest(
            $"{parameter} '{TerminalText.Sanitize(shown)}' is not an id: ids have letters, digits, '-' and '_' only, {Longest} at the "
                + "most.",
            parameter);
    }

    /// <summary>Returns whether a text can be part of a path unchanged, and so may be an id.</summary>
    public static bool IsValid(string? text) => text is { Length: > 0 and <= Longest } && text.All(IsSafe);

    private static bool IsSafe(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';
}
