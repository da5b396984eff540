namespace Paperspace.Tests.Support;

/// <summary>Keeps what a client reports of its traffic.</summary>
internal sealed class TrafficRecorder
{
    private readonly Lock _lock = new();
    private readonly List<(RequestLogEntry Report, RequestLogDetail Detail)> _reports = [];

    public TrafficRecorder(IPaperspaceClient client)
    {
        client.Traffic += (_, report) =>
        {
            lock (_lock) _reports.Add((report, report.ReadDetail()));
        };
    }

    public IReadOnlyList<(RequestLogEntry Report, RequestLogDetail Detail)> Reports
    {
        get
        {
            lock (_lock) return [.. _reports];
        }
    }

    /// <summary>Every text of every report.</summary>
    public string Everything => string.Join('\n', Reports.SelectMany(item => new[]
    {
        item.Report.Method, item.Report.PathAndQuery, item.Report.Failure, item.Report.ToString(), item.Detail.RequestHeaders, item.Detail.RequestBody,
        item.Detail.ResponseHeaders, item.Detail.ResponseBody,
    }));
}
