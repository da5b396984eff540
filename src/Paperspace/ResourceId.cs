namespace Paperspace;

/// <summary>Validates ids that become part of a request's path.</summary>
public static class ResourceId
{
    private const int MaxShownLength = 60;
    private const int MaxLength = 200;

    /// <summary>Returns the id, without surrounding white space, if it is valid.</summary>
    /// <param name="id">The id.</param>
    /// <param name="parameter">The name of the parameter, for the error.</param>
    /// <exception cref="PaperspaceException">The id is empty, too long, or contains a character that could change the path.</exception>
    public static string Require(string? id, string parameter)
    {
        if (string.IsNullOrWhiteSpace(id))
            throw PaperspaceException.InvalidRequest($"{parameter} is empty. Specify an id, such as 'psec02yp2' or 'ubx9ce8k'.", parameter);
        var trimmed = id!.Trim();
        if (IsValid(trimmed)) return trimmed;
        var shown = trimmed.Length > MaxShownLength ? trimmed.Substring(0, MaxShownLength) + "…" : trimmed;
        throw PaperspaceException.InvalidRequest(
            $"{parameter} '{TerminalText.Sanitize(shown)}' is not an id. Ids contain only letters, digits, '-' and '_', and have at most "
             + $"{MaxLength} characters.",
            parameter);
    }

    /// <summary>Returns whether a string is a valid id, which can be part of a path unchanged.</summary>
    public static bool IsValid(string? id) => id is { Length: > 0 and <= MaxLength } && id.All(IsSafe);

    private static bool IsSafe(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '-' or '_';
}
