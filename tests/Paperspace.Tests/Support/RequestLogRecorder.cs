namespace Paperspace.Tests.Support;

/// <summary>Keeps what a client writes to its request log.</summary>
internal sealed class RequestLogRecorder : IRequestLog
{
    private readonly Lock _lock = new();
    private readonly List<(RequestLogEntry Report, RequestLogDetail Detail)> _reports = [];

    /// <summary>Is called with each entry as it is written.</summary>
    public Action<RequestLogEntry>? Written { get; init; }

    public IReadOnlyList<(RequestLogEntry Report, RequestLogDetail Detail)> Reports
    {
        get
        {
            lock (_lock) return [.. _reports];
        }
    }

    /// <summary>Every text of every entry.</summary>
    public string Everything => string.Join('\n', Reports.SelectMany(item =>
        new[]
        {
            item.Report.Method,
            item.Report.PathAndQuery,
            item.Report.Failure,
            item.Report.ToString(),
            item.Detail.RequestHeaders,
            item.Detail.RequestBody,
            item.Detail.ResponseHeaders,
            item.Detail.ResponseBody,
        }));

    public void Write(RequestLogEntry entry)
    {
        lock (_lock) _reports.Add((entry, entry.ReadDetail()));
        Written?.Invoke(entry);
    }
}
