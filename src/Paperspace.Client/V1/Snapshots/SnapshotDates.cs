using Paperspace.Client.Paging;
using Paperspace.Client.V1.Machines;

namespace Paperspace.Client.V1.Snapshots;

/// <summary>Finds the dates and states of snapshots, which the V1 API does not tell, from the events that took them.</summary>
/// <remarks>
/// An event does not name its snapshot. The newest snapshot of a machine is that of the machine's newest event of the kind, and so on,
/// until an event tells that a snapshot was deleted, or may not have been taken: which one that was is not known, nor are the dates of
/// older ones.
/// </remarks>
internal sealed class SnapshotDates
{
    /// <summary>So many machines are asked for one by one; for more, one list has the events of all.</summary>
    private const int MostMachines = 8;

    /// <summary>The greatest number of pages of that list.</summary>
    private const int MostPages = 12;

    private readonly MachineRequests _requests;
    private readonly Dictionary<string, Queue<MachineEvent>> _takings = new(StringComparer.Ordinal);

    /// <summary>Creates a finder; sends nothing.</summary>
    public SnapshotDates(MachineRequests requests)
    {
        _requests = requests;
    }

    /// <summary>Sets the date and state that an event tells of the snapshot it takes.</summary>
    public static void Set(Snapshot snapshot, MachineEvent taking)
    {
        snapshot.DtCreated = taking.DtCreated;
        snapshot.State = taking.State;
    }

    /// <summary>Sets the dates and states of snapshots, as far as they can be known.</summary>
    /// <param name="snapshots">The next page of a list that has the newest first.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    public async Task FillAsync(IReadOnlyList<Snapshot> snapshots, CancellationToken cancellationToken)
    {
        var unread = snapshots
            .Select(snapshot => snapshot.MachineId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(id => !_takings.ContainsKey(id))
            .ToArray();
        if (unread.Length > MostMachines) await ReadAllAsync(unread, cancellationToken).ConfigureAwait(false);
        else if (unread.Length > 0) await ReadEachAsync(unread, cancellationToken).ConfigureAwait(false);
        foreach (var snapshot in snapshots)
            if (snapshot.MachineId is { } id && _takings[id] is { Count: > 0 } takings)
                Set(snapshot, takings.Dequeue());
    }

    private async Task ReadEachAsync(string[] machineIds, CancellationToken cancellationToken)
    {
        var pages = await Task.WhenAll(
                machineIds.Select(id => _requests.ListEventsAsync(id, new CursorPageRequest(null, V1Lists.PageSize), cancellationToken)))
            .ConfigureAwait(false);
        for (var i = 0; i < machineIds.Length; i++) _takings[machineIds[i]] = FindTakings(pages[i].Items!);
    }

    private async Task ReadAllAsync(string[] machineIds, CancellationToken cancellationToken)
    {
        var events = new List<MachineEvent>();
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await _requests
                .ListEventsAsync(null, new CursorPageRequest(cursor, V1Lists.PageSize), cancellationToken)
                .ConfigureAwait(false);
            events.AddRange(page.Items!);
            cursor = page.NextPage;
        }
        while (++pages < Math.Min(machineIds.Length, MostPages) && !string.IsNullOrEmpty(cursor) && cursors.Add(cursor!));
        var machines = events.ToLookup(item => item.MachineId, StringComparer.Ordinal);
        foreach (var id in machineIds) _takings[id] = FindTakings(machines[id]);
    }

    /// <summary>Finds the events whose snapshots are surely the newest ones of the machine.</summary>
    private static Queue<MachineEvent> FindTakings(IEnumerable<MachineEvent> events) => new(events
        .GroupBy(item => item.Handle, StringComparer.Ordinal)
        .Select(repeated => repeated.First())
        .OrderByDescending(item => item.DtCreated ?? DateTimeOffset.MaxValue)
        .Where(item => IsTaking(item) || IsDeletion(item))
        .TakeWhile(item => IsTaking(item) && (MachineStates.Is(item.State, MachineEventStates.Done) || MachineEventSequence.IsOpen(item))));

    private static bool IsTaking(MachineEvent item) => MachineStates.Is(item.Name, MachineEventNames.SnapshotCreate);

    private static bool IsDeletion(MachineEvent item) =>
        MachineStates.Is(item.Name, MachineEventNames.SnapshotDelete) && !MachineEventSequence.HasFailed(item);
}
