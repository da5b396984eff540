using System.Globalization;

namespace Paperspace;

/// <summary>A request and how it ended.</summary>
public sealed class RequestSummary
{
    /// <summary>Sums up a report.</summary>
    /// <param name="traffic">The report.</param>
    /// <param name="endedAt">When the request ended.</param>
    public RequestSummary(TrafficEventArgs traffic, DateTimeOffset endedAt)
    {
        Method = traffic.Method;
        PathAndQuery = traffic.PathAndQuery;
        Status = traffic.Status;
        Failure = traffic.Failure;
        Elapsed = traffic.Elapsed;
        EndedAt = endedAt;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; }

    /// <summary>The path and query.</summary>
    public string PathAndQuery { get; }

    /// <summary>The HTTP status; null where none came.</summary>
    public int? Status { get; }

    /// <summary>Why no whole answer came; null where one did.</summary>
    public string? Failure { get; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset EndedAt { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2} {3:0} ms", Method, PathAndQuery, Status?.ToString(CultureInfo.InvariantCulture) ?? Failure, Elapsed.TotalMilliseconds);
}
