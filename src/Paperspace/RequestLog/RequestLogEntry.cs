namespace Paperspace;

/// <summary>Represents one attempt to send a request, or the delay before the next attempt. Secrets are redacted.</summary>
public sealed class RequestLogEntry
{
    private readonly Func<RequestLogDetail> _readDetail;

    /// <summary>Creates an entry.</summary>
    /// <param name="readDetail">Reads the headers and bodies.</param>
    public RequestLogEntry(Func<RequestLogDetail> readDetail)
    {
        _readDetail = readDetail;
    }

    /// <summary>Gets the number of the request within its client, from 1.</summary>
    public int RequestNumber { get; init; }

    /// <summary>Gets the number of the attempt, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>Gets the path and query.</summary>
    public string PathAndQuery { get; init; } = "";

    /// <summary>Gets the HTTP status code; null if there was no response.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the duration of the attempt.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the time when the attempt ended, in UTC.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>Gets the reason why there was no complete response; null if there was one.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets the delay before the next attempt; null if none follows.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>Reads the headers and bodies. Call it before <see cref="IRequestLog.Write"/> returns.</summary>
    public RequestLogDetail ReadDetail() => _readDetail();
}
