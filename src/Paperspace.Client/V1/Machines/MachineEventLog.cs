using Paperspace.Client.Operations;
using Paperspace.Client.Paging;

namespace Paperspace.Client.V1.Machines;

/// <summary>Keeps the newest events of machines that are waited for, from the one list that has those of all machines.</summary>
internal sealed class MachineEventLog
{
    /// <summary>What is under way now began no longer ago than this, as far as it matters to a machine that has no known event.</summary>
    private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(15);

    /// <summary>Events may come into the list a little late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly MachineRequests _requests;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, Dictionary<string, MachineEvent>> _events = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);
    private DateTimeOffset? _newest;

    /// <summary>Creates an empty log.</summary>
    public MachineEventLog(MachineRequests requests, TimeProvider time)
    {
        _requests = requests;
        _time = time;
    }

    /// <summary>Gets whether the list was ever read.</summary>
    public bool HasBeenRead { get; private set; }

    /// <summary>Returns the ids of the events that are waited for.</summary>
    public static IReadOnlyList<string> GetEventIds(TrackedMachine machine) =>
        [.. machine.Open.SelectMany(condition => condition.Operation?.EventIds ?? [])];

    /// <summary>Returns the known events of a machine.</summary>
    public IReadOnlyList<MachineEvent> GetEvents(string machineId) =>
        _events.TryGetValue(machineId, out var known) ? [.. known.Values.OrderByDescending(item => item.DtCreated)] : [];

    /// <summary>Returns whether the list did not have an event that is waited for.</summary>
    public bool IsMissing(TrackedMachine machine) => GetEventIds(machine).Any(_missing.Contains);

    /// <summary>Adds the events that the machine was last read with.</summary>
    public void AddRead(TrackedMachine machine)
    {
        foreach (var item in machine.Last?.Machine.Events ?? []) Add(machine.Id, item);
    }

    /// <summary>Reads the list, the newest first, until it has what is waited for and what came since it was last read.</summary>
    /// <param name="machines">The machines that are waited for.</param>
    /// <param name="mostPages">The greatest number of pages.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>How many pages were read.</returns>
    public async Task<int> ReadAsync(IReadOnlyCollection<TrackedMachine> machines, int mostPages, CancellationToken cancellationToken)
    {
        foreach (var machine in machines) AddRead(machine);
        var ids = new HashSet<string>(machines.Select(machine => machine.Id), StringComparer.Ordinal);
        var sought = new HashSet<string>(machines.SelectMany(GetOpenEventIds), StringComparer.Ordinal);
        var since =
            _newest - Overlap
            ?? (machines.Any(machine => GetEventIds(machine).Count == 0) ? _time.GetUtcNow() - FirstWindow : DateTimeOffset.MaxValue);
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        var newest = _newest;
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await _requests
                .ListEventsAsync(null, new CursorPageRequest(cursor, V1Lists.PageSize), cancellationToken)
                .ConfigureAwait(false);
            pages++;
            foreach (var item in page.Items!)
            {
                if (item.Handle is null || item.MachineId is null || !ids.Contains(item.MachineId)) continue;
                Add(item.MachineId, item);
                sought.Remove(item.Handle);
            }

            if (page.Items!.Count > 0 && !(newest > page.Items[0].DtCreated)) newest = page.Items[0].DtCreated;
            cursor = page.NextPage;
            if (sought.Count == 0 && page.Items.Count > 0 && page.Items[page.Items.Count - 1].DtCreated < since) break;
        }
        while (pages < mostPages && !string.IsNullOrEmpty(cursor) && cursors.Add(cursor!));

        _newest = newest;
        HasBeenRead = true;
        _missing.Clear();
        _missing.UnionWith(sought);
        return pages;
    }

    private IEnumerable<string> GetOpenEventIds(TrackedMachine machine)
    {
        var known = _events.TryGetValue(machine.Id, out var events) ? events : [];
        return GetEventIds(machine).Where(id => !known.TryGetValue(id, out var item) || MachineEventSequence.IsOpen(item))
            .Concat(known.Values.Where(MachineEventSequence.IsOpen).Select(item => item.Handle!));
    }

    private void Add(string machineId, MachineEvent item)
    {
        if (item.Handle is null) return;
        if (!_events.TryGetValue(machineId, out var known))
            _events[machineId] = known = new Dictionary<string, MachineEvent>(StringComparer.Ordinal);
        // What was read earlier may be added after the list that told of the end: an event that has ended does not begin again.
        if (known.TryGetValue(item.Handle, out var earlier) && MachineEventSequence.IsOpen(item) && !MachineEventSequence.IsOpen(earlier))
            return;
        known[item.Handle] = item;
    }
}
