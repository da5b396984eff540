namespace Paperspace;

/// <summary>One request and its answer, or the retry of one, with every secret masked.</summary>
public sealed class TrafficEventArgs : EventArgs
{
    private readonly Func<TrafficDetail> _readDetail;

    /// <summary>Makes a report.</summary>
    /// <param name="readDetail">Gives headers and bodies.</param>
    public TrafficEventArgs(Func<TrafficDetail> readDetail)
    {
        _readDetail = readDetail;
    }

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "";

    /// <summary>The path and query.</summary>
    public string PathAndQuery { get; init; } = "";

    /// <summary>The HTTP status; null where none came.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it failed, where no whole answer came.</summary>
    public string? Failure { get; init; }

    /// <summary>How long until it is tried again; null where it is not.</summary>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>Headers and bodies. To be called by the handler of the event, before it returns.</summary>
    public TrafficDetail ReadDetail() => _readDetail();
}
