namespace Paperspace;

/// <summary>Represents the headers and bodies of a request and its response. Secrets are redacted, long bodies truncated.</summary>
public sealed class RequestLogDetail
{
    /// <summary>Gets the headers of the request, one per line.</summary>
    public string RequestHeaders { get; init; } = "";

    /// <summary>Gets the body of the request; null if it had none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Gets the headers of the response, one per line; null if there was no response.</summary>
    public string? ResponseHeaders { get; init; }

    /// <summary>Gets the body of the response; null if it had none.</summary>
    public string? ResponseBody { get; init; }
}
