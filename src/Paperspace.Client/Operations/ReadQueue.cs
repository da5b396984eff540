namespace Paperspace.Client;

/// <summary>Orders the machines to read in a round.</summary>
/// <remarks>
/// Required machines are all read. Probes start with one machine and double while each ends a wait: a thousand idle machines cost one
/// request per round, but a thousand machines whose restart was missed are still found quickly.
/// </remarks>
internal sealed class ReadQueue
{
    public const int MaxReadsAtOnce = 16;

    private readonly Queue<TrackedMachine> _required = new();
    private readonly List<TrackedMachine> _probes = [];
    private int _probesAtOnce = 1;

    public bool HasRequired => _required.Count > 0;

    public bool HasProbes => _probes.Count > 0;

    public void Add(TrackedMachine machine, ReadPriority priority)
    {
        if (priority == ReadPriority.Required) _required.Enqueue(machine);
        else if (priority == ReadPriority.Probe) _probes.Add(machine);
    }

    public TrackedMachine DequeueRequired() => _required.Dequeue();

    /// <summary>Removes the next machines to probe, least recently read first.</summary>
    public IReadOnlyList<TrackedMachine> DequeueProbes()
    {
        var next = _probes.OrderBy(machine => machine.ReadAt ?? TimeSpan.MinValue).Take(_probesAtOnce).ToList();
        _probes.RemoveAll(next.Contains);
        return next;
    }

    /// <summary>Records whether the last probes ended the wait for each of their machines.</summary>
    public void ReportProbes(bool endedAll)
    {
        if (endedAll)
        {
            _probesAtOnce = Math.Min(_probesAtOnce * 2, MaxReadsAtOnce);
            return;
        }

        _probes.Clear();
        _probesAtOnce = 1;
    }
}

/// <summary>Specifies whether to read a machine and its events.</summary>
internal enum ReadPriority
{
    None,

    /// <summary>The state is inconclusive, and the machine was not read recently.</summary>
    Probe,

    /// <summary>The state indicates that the operation may have ended.</summary>
    Required,
}
