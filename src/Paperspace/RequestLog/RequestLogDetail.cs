namespace Paperspace;

/// <summary>Holds the headers and bodies of one request and its response. Secrets are redacted, long bodies cut.</summary>
public sealed class RequestLogDetail
{
    /// <summary>Gets the request's headers, a line each.</summary>
    public string RequestHeaders { get; init; } = "";

    /// <summary>Gets the request's body; null if it had none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>Gets the response's headers, a line each; null if no response came.</summary>
    public string? ResponseHeaders { get; init; }

    /// <summary>Gets the response's body; null if it had none.</summary>
    public string? ResponseBody { get; init; }
}
