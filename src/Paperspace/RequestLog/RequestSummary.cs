using System.Globalization;

namespace Paperspace;

/// <summary>Summarizes a request and its outcome.</summary>
public sealed class RequestSummary
{
    /// <summary>Creates a summary of a log entry.</summary>
    /// <param name="entry">The entry.</param>
    public RequestSummary(RequestLogEntry entry)
    {
        Method = entry.Method;
        PathAndQuery = entry.PathAndQuery;
        Status = entry.Status;
        Failure = entry.Failure;
        Elapsed = entry.Elapsed;
        EndedAt = entry.EndedAt;
    }

    /// <summary>Gets the HTTP method.</summary>
    public string Method { get; }

    /// <summary>Gets the path and query.</summary>
    public string PathAndQuery { get; }

    /// <summary>Gets the HTTP status code; null if there was no response.</summary>
    public int? Status { get; }

    /// <summary>Gets the reason why there was no complete response; null if there was one.</summary>
    public string? Failure { get; }

    /// <summary>Gets the duration of the request.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Gets the time when the request ended, in UTC.</summary>
    public DateTimeOffset EndedAt { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} {2} {3:0} ms",
            Method,
            PathAndQuery,
            Status?.ToString(CultureInfo.InvariantCulture) ?? Failure,
            Elapsed.TotalMilliseconds);
}
