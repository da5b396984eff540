namespace Paperspace.Client;

/// <summary>Resolves the dates and states of snapshots, which the V1 API does not return, from the events that created them.</summary>
/// <remarks>
/// An event does not name its snapshot. The newest snapshot of a machine belongs to its newest creation event, and so on, until a
/// deletion or a possibly failed creation: from there on, the dates are unknown.
/// </remarks>
internal sealed class V1SnapshotDateResolver
{
    /// <summary>The events of up to this many machines are read separately; for more, from one list of all events.</summary>
    private const int MaxMachines = 8;

    /// <summary>The maximum number of pages of that list.</summary>
    private const int MaxPages = 12;

    private readonly V1MachineEventReader _events;
    private readonly Dictionary<string, Queue<MachineEvent>> _creations = new(StringComparer.Ordinal);

    /// <summary>The creations of all snapshots that a machine ever had, if its events were read to the first.</summary>
    private readonly Dictionary<string, MachineEvent[]> _all = new(StringComparer.Ordinal);

    public V1SnapshotDateResolver(V1MachineEventReader events)
    {
        _events = events;
    }

    /// <summary>Sets the date and state of a snapshot from its creation event.</summary>
    public static void Set(Snapshot snapshot, MachineEvent creation)
    {
        snapshot.DtCreated = creation.DtCreated;
        snapshot.State = creation.State;
    }

    /// <summary>Sets the dates and states of snapshots, as far as they are known.</summary>
    /// <param name="snapshots">The next page of a list, newest first.</param>
    public async Task FillAsync(IReadOnlyList<Snapshot> snapshots, CancellationToken cancellationToken)
    {
        var unread = snapshots
            .Select(snapshot => snapshot.MachineId)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Where(id => !_creations.ContainsKey(id))
            .ToArray();
        if (unread.Length > MaxMachines) await ReadAllAsync(unread, cancellationToken).ConfigureAwait(false);
        else if (unread.Length > 0) await ReadEachAsync(unread, cancellationToken).ConfigureAwait(false);
        foreach (var ofMachine in snapshots.Where(snapshot => snapshot.MachineId is not null).ToLookup(snapshot => snapshot.MachineId!))
            // While a deletion is in progress, its snapshot is still there: each has its event.
            if (_all.TryGetValue(ofMachine.Key, out var all) && all.Length == ofMachine.Count() && all.Length > _creations[ofMachine.Key].Count)
                _creations[ofMachine.Key] = new(all);
        foreach (var snapshot in snapshots)
            if (snapshot.MachineId is { } id && _creations[id] is { Count: > 0 } creations)
                Set(snapshot, creations.Dequeue());
    }

    private async Task ReadEachAsync(string[] machineIds, CancellationToken cancellationToken)
    {
        var pages = await Task
            .WhenAll(machineIds.Select(id => _events.ReadNewestAsync(id, V1Protocol.PageSize, cancellationToken)))
            .ConfigureAwait(false);
        for (var i = 0; i < machineIds.Length; i++)
        {
            _creations[machineIds[i]] = FindCreationEvents(pages[i]);
            if (pages[i].Count < V1Protocol.PageSize) _all[machineIds[i]] = FindAllCreationEvents(pages[i]);
        }
    }

    private async Task ReadAllAsync(string[] machineIds, CancellationToken cancellationToken)
    {
        var events = new List<MachineEvent>();
        using var pager = _events.ListAll();
        for (
            var pages = 0;
            pages < Math.Min(machineIds.Length, MaxPages)
                && await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page;
            pages++)
            events.AddRange(page);
        var machines = events.ToLookup(item => item.MachineId, StringComparer.Ordinal);
        foreach (var id in machineIds) _creations[id] = FindCreationEvents(machines[id]);
    }

    /// <summary>Finds the creation events that certainly belong to the newest snapshots of the machine.</summary>
    private static Queue<MachineEvent> FindCreationEvents(IEnumerable<MachineEvent> events) => new(Order(events)
        .Where(item => IsCreation(item) || IsDeletion(item))
        .TakeWhile(item =>
            IsCreation(item) && MachineEvents.GetOutcome(item) is MachineEventOutcome.Succeeded or MachineEventOutcome.Pending));

    private static MachineEvent[] FindAllCreationEvents(IEnumerable<MachineEvent> events) =>
        [.. Order(events).Where(item => IsCreation(item) && !MachineEvents.HasFailed(item))];

    private static IEnumerable<MachineEvent> Order(IEnumerable<MachineEvent> events) => events
        .GroupBy(item => item.Handle, StringComparer.Ordinal)
        .Select(repeated => repeated.First())
        .OrderByDescending(item => item.DtCreated ?? DateTimeOffset.MaxValue);

    private static bool IsCreation(MachineEvent item) => item.Name.EqualsIgnoreCase(MachineEventNames.SnapshotCreate);

    private static bool IsDeletion(MachineEvent item) =>
        item.Name.EqualsIgnoreCase(MachineEventNames.SnapshotDelete) && !MachineEvents.HasFailed(item);
}
