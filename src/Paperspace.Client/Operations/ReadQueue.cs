namespace Paperspace.Client;

/// <summary>Orders the machines to read in a round.</summary>
/// <remarks>
/// Required machines, whose state says that the wait may be over, are all read. Probes start with one and double while each ends a wait:
/// a thousand idle machines cost one request a round, and a thousand machines whose restart went unseen are still found.
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

    /// <summary>Removes the next machines to probe, the least recently read first.</summary>
    public IReadOnlyList<TrackedMachine> DequeueProbes()
    {
        var next = _probes.OrderBy(machine => machine.ReadAt ?? TimeSpan.MinValue).Take(_probesAtOnce).ToList();
        _probes.RemoveAll(next.Contains);
        return next;
    }

    /// <summary>Records whether the last probes ended the wait for each machine.</summary>
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

/// <summary>Specifies whether to read a machine with its events.</summary>
internal enum ReadPriority
{
    None,

    /// <summary>Its state is not conclusive, and it was not read for long.</summary>
    Probe,

    /// <summary>Its state says that the wait for it may be over.</summary>
    Required,
}
