namespace Paperspace.Client;

/// <summary>Keeps the newest events of tracked machines, read from the list of all events.</summary>
internal sealed class V1MachineEventLog
{
    /// <summary>The maximum age of an action in progress on a machine without a known event.</summary>
    private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(15);

    /// <summary>Events may appear in the list late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly V1MachineEventReader _reader;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Dictionary<string, MachineEvent>> _events = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private DateTimeOffset? _newest;

    public V1MachineEventLog(V1MachineEventReader reader, TimeProvider time)
    {
        _reader = reader;
        _time = time;
    }

    /// <summary>Gets whether the list was read.</summary>
    public bool HasBeenRead { get; private set; }

    public static IReadOnlyList<string> GetEventIds(TrackedMachine machine) =>
        [.. machine.Open.SelectMany(operation => operation.EventIds)];

    public IReadOnlyList<MachineEvent> GetEvents(string machineId) =>
        _events.TryGetValue(machineId, out var known) ? [.. known.Values.OrderByDescending(item => item.DtCreated)] : [];

    /// <summary>Returns whether the list omits an event of an operation in progress.</summary>
    public bool IsMissing(TrackedMachine machine) => GetEventIds(machine).Any(_missing.Contains);

    /// <summary>Adds the events of the machine's last reading.</summary>
    public void AddRead(TrackedMachine machine)
    {
        foreach (var item in machine.Last?.Events ?? []) Add(machine.Id, item);
    }

    /// <summary>Reads the list, newest first, back to the events in progress and those since the last read.</summary>
    /// <param name="maxPages">The maximum number of pages to read.</param>
    /// <returns>The number of pages read.</returns>
    public async Task<int> ReadAsync(IReadOnlyCollection<TrackedMachine> machines, int maxPages, CancellationToken cancellationToken)
    {
        foreach (var machine in machines) AddRead(machine);
        var ids = new HashSet<string>(machines.Select(machine => machine.Id), StringComparer.Ordinal);
        var sought = new HashSet<string>(machines.SelectMany(GetOpenEventIds), StringComparer.Ordinal);
        var since =
            _newest - Overlap
            ?? (machines.Any(machine => GetEventIds(machine).Count == 0) ? _time.GetUtcNow() - FirstWindow : DateTimeOffset.MaxValue);
        var newest = _newest;
        var pages = 0;
        using var pager = _reader.ListAll();
        while (pages < maxPages && await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            foreach (var item in page)
            {
                if (item.Handle is null || item.MachineId is null || !ids.Contains(item.MachineId)) continue;
                Add(item.MachineId, item);
                sought.Remove(item.Handle);
            }

            if (page.Count == 0) continue;
            if (!(newest > page[0].DtCreated)) newest = page[0].DtCreated;
            if (sought.Count == 0 && page[page.Count - 1].DtCreated < since) break;
        }

        _newest = newest;
        HasBeenRead = true;
        _missing.Clear();
        _missing.UnionWith(sought);
        return pages;
    }

    private IEnumerable<string> GetOpenEventIds(TrackedMachine machine)
    {
        var known = _events.TryGetValue(machine.Id, out var events) ? events : [];
        return GetEventIds(machine).Where(id => !known.TryGetValue(id, out var item) || MachineEvents.IsPending(item))
            .Concat(known.Values.Where(MachineEvents.IsPending).Select(item => item.Handle!));
    }

    private void Add(string machineId, MachineEvent item)
    {
        if (item.Handle is null) return;
        if (!_events.TryGetValue(machineId, out var known))
            _events[machineId] = known = new Dictionary<string, MachineEvent>(StringComparer.Ordinal);
        // Ignore a stale copy: a completed event never reverts to pending.
        if (known.TryGetValue(item.Handle, out var earlier) && MachineEvents.IsPending(item) && !MachineEvents.IsPending(earlier)) return;
        known[item.Handle] = item;
    }
}
