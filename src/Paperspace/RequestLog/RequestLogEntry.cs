namespace Paperspace;

/// <summary>Describes one attempt at a request and its response, or the delay before the next attempt. Secrets are redacted.</summary>
public sealed class RequestLogEntry
{
    private readonly Func<RequestLogDetail> _readDetail;

    /// <summary>Creates an entry.</summary>
    /// <param name="readDetail">Reads headers and bodies.</param>
    public RequestLogEntry(Func<RequestLogDetail> readDetail)
    {
        _readDetail = readDetail;
    }

    /// <summary>Gets the number of the request among those of its client, from 1.</summary>
    public int RequestNumber { get; init; }

    /// <summary>Gets the number of the attempt at the request, from 1.</summary>
    public int Attempt { get; init; }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>Gets the path and query.</summary>
    public string PathAndQuery { get; init; } = "";

    /// <summary>Gets the HTTP status; null if no response came.</summary>
    public int? Status { get; init; }

    /// <summary>Gets how long the attempt took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets when the attempt ended, in UTC.</summary>
    public DateTimeOffset EndedAt { get; init; }

    /// <summary>Gets why no whole response came; null if it did.</summary>
    public string? Failure { get; init; }

    /// <summary>Gets the delay before the next attempt; null if none follows.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>Reads headers and bodies. To be called before <see cref="IRequestLog.Write"/> returns.</summary>
    public RequestLogDetail ReadDetail() => _readDetail();
}
