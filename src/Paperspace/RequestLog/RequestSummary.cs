using System.Globalization;

namespace Paperspace;

/// <summary>Summarizes a request and how it ended.</summary>
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

    /// <summary>Gets the HTTP status; null if no response came.</summary>
    public int? Status { get; }

    /// <summary>Gets why there was no whole response; null if it came.</summary>
    public string? Failure { get; }

    /// <summary>Gets how long it took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Gets when it ended, in UTC.</summary>
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
