namespace Paperspace.Client;

/// <summary>Holds what an API's error parser found in an error response.</summary>
/// <param name="IsRecognized">Whether the response has the form of this API's errors, an empty body too.</param>
/// <param name="Message">The API's message; null if it has none.</param>
/// <param name="Status">The status that the response means; the body may know better than HTTP.</param>
/// <param name="Reason">The reason by the API's own words or codes; null if only the status decides.</param>
internal sealed record ApiError(bool IsRecognized, string? Message, int Status, PaperspaceErrorReason? Reason)
{
    /// <summary>Gets a likely cause or advice, as a sentence; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>Gets whether the same request may succeed a little later, whatever the status.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Gets whether a firewall rejected the request before the API saw it.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Gets the parameters that it is about.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];
}
