namespace Paperspace.Client;

/// <summary>Represents an error response after parsing.</summary>
/// <param name="IsRecognized">Whether the response has the format of the API's errors, or an empty body.</param>
/// <param name="Message">The API's message; null if there is none.</param>
/// <param name="Status">The effective status, which the body may state more precisely than HTTP.</param>
/// <param name="Reason">The reason according to the API's message or error code; null to derive it from the
/// status.</param>
internal sealed record ApiError(bool IsRecognized, string? Message, int Status, PaperspaceErrorReason? Reason)
{
    /// <summary>Gets a likely cause or advice, as a sentence; null for none.</summary>
    public string? Hint { get; init; }

    /// <summary>Gets whether the same request may succeed later, regardless of the status.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Gets whether a firewall rejected the request before it reached the API.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Gets the names of the invalid parameters.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];
}
