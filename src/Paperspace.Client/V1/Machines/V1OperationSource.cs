namespace Paperspace.Client;

/// <summary>Reports on operations of the V1 API: for many machines, with one list of all events and one of all states.</summary>
/// <remarks>If both lists are long, they are read in alternate rounds.</remarks>
internal sealed class V1OperationSource : IOperationSource
{
    private const int MaxPagesPerRound = 12;

    /// <summary>A machine that the lists do not decide is read at most this often.</summary>
    private static readonly TimeSpan ReadInterval = TimeSpan.FromSeconds(15);

    private readonly V1Resources<Machine> _machines;
    private readonly V1MachineEventReader _events;
    private readonly TimeProvider _time;
    private readonly DeletionCheck _deletion;
    private readonly V1ResourceExistenceCheck _existence;
    private readonly V1OperationEvaluator _evaluator;
    private readonly V1MachineEventLog _log;
    private readonly Dictionary<string, Machine> _listed = new(StringComparer.Ordinal);
    private int _statePages = 1;
    private int _eventPages = 1;
    private bool _isStatesTurn;

    public V1OperationSource(
        V1Resources<Machine> machines, V1MachineEventReader events, V1ResourceExistenceCheck existence, DeletionCheck deletion, TimeProvider time)
    {
        _deletion = deletion;
        _machines = machines;
        _events = events;
        _time = time;
        _existence = existence;
        _evaluator = new V1OperationEvaluator(existence);
        _log = new V1MachineEventLog(events, time);
    }

    public OperationResult? EvaluateAccepted(Operation operation) => V1OperationEvaluator.EvaluateAccepted(operation);

    public OperationResult? Evaluate(Operation operation, Machine machine, TrackedMachine tracked) =>
        _evaluator.Evaluate(operation, machine, tracked);

    /// <summary>
    /// Confirms a deletion by the list only: V1 cannot filter it by id, and reading a machine covers the events of its
    /// deletion.
    /// </summary>
    public Task<bool?> ConfirmGoneAsync(TrackedMachine machine, CancellationToken cancellationToken) =>
        Task.FromResult<bool?>(
            _deletion.MayReturn(machine) || _listed.ContainsKey(machine.Id) ? false : machine.IsUnlisted ? true : null);

    /// <summary>Reads the events of a machine before its state, so that the state is not older.</summary>
    public async Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machine.Id, "machineId");
        // For a deletion, read the machine first: usually one 404 is enough.
        var shown = machine.Open.All(operation => operation.IsRemoval)
            ? await ShowDeletedAsync(id, machine, cancellationToken).ConfigureAwait(false)
            : null;
        if (shown?.Events is not null) return shown;
        var events = await ReadEventsAsync(id, cancellationToken).ConfigureAwait(false);
        var ids = V1MachineEventLog.GetEventIds(machine).Distinct(StringComparer.Ordinal).ToArray();
        // An event without a machine may be of any machine, unless it is an operation's own.
        events.RemoveAll(item => string.IsNullOrEmpty(item.MachineId) && !ids.Contains(item.Handle, StringComparer.Ordinal));
        foreach (var eventId in ids.Where(eventId => !events.Exists(item => item.Handle == eventId)).ToArray())
            if (await FindEventAsync(id, eventId, cancellationToken).ConfigureAwait(false) is { } found)
                events.Add(found);
        foreach (var operation in machine.Open)
            if (V1OperationEvaluator.NeedsExistence(operation, events))
                await _existence.CheckAsync(operation, cancellationToken).ConfigureAwait(false);
        var read = shown ?? await ShowAsync(id, machine, cancellationToken).ConfigureAwait(false);
        read.Events = events;
        return read;
    }

    public async Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        ReadQueue queue,
        ICollection<Operation> ended,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        if (machines.Count <= _statePages)
        {
            _listed.Clear();
            foreach (var machine in machines) queue.Add(machine, ReadPriority.Required);
            return false;
        }

        // Without event ids, the states decide which machines' events matter.
        _isStatesTurn |= !_log.HasBeenRead && machines.All(machine => V1MachineEventLog.GetEventIds(machine).Count == 0);
        var left = MaxPagesPerRound;
        var priorities = new Dictionary<string, ReadPriority>(StringComparer.Ordinal);
        if (!_isStatesTurn) left -= _eventPages = await _log.ReadAsync(machines, left, cancellationToken).ConfigureAwait(false);
        var lists = _isStatesTurn || Math.Max(_statePages, machines.Count / V1Protocol.PageSize) <= left;
        if (lists) left -= await ReadStatesAsync(machines, priorities, now, cancellationToken).ConfigureAwait(false);
        if (_isStatesTurn && _eventPages <= left)
            _eventPages = await _log.ReadAsync(machines, left, cancellationToken).ConfigureAwait(false);
        _isStatesTurn = !lists;
        foreach (var machine in machines) Evaluate(machine, priorities, queue, ended, now);
        return true;
    }

    private void Evaluate(
        TrackedMachine machine,
        Dictionary<string, ReadPriority> priorities,
        ReadQueue queue,
        ICollection<Operation> ended,
        TimeSpan now)
    {
        var isDue = machine.ReadAt is not { } readAt || now - readAt >= ReadInterval;
        var priority = priorities.TryGetValue(machine.Id, out var found) ? found : ReadPriority.None;
        if (!_listed.TryGetValue(machine.Id, out var listed))
        {
            // The machine is not listed: read it once its deletion has ended.
            var own = V1MachineEventLog.GetEventIds(machine);
            var hasEnded = own.Count > 0 && !_log.IsMissing(machine) && !_log.GetEvents(machine.Id)
                .Any(item => own.Contains(item.Handle, StringComparer.Ordinal) && MachineEvents.IsPending(item));
            queue.Add(machine, hasEnded && machine.IsUnlisted ? ReadPriority.Required : priority);
            return;
        }

        // A state proves nothing before the events are known.
        if (!_log.HasBeenRead) return;
        listed.Events = _log.GetEvents(machine.Id);
        foreach (var operation in machine.Complete(open => _evaluator.Evaluate(open, listed, null), now))
            ended.Add(operation);
        if (!machine.IsOpen) return;
        var hasEvents = V1MachineEventLog.GetEventIds(machine).Count > 0;
        // Deletion is detected by the machine list, not by events.
        var needsEvents = _log.IsMissing(machine) && !machine.Open.All(operation => operation.IsRemoval);
        if (needsEvents || (hasEvents && machine.Open.Any(operation => V1OperationEvaluator.IsSuspect(operation, listed))))
            queue.Add(machine, isDue ? ReadPriority.Required : ReadPriority.None);
        else if (!hasEvents)
            queue.Add(machine, priority);
    }

    private async Task<int> ReadStatesAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        Dictionary<string, ReadPriority> priorities,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var pages = 0;
        using var pager = _machines.List();
        // Listing more pages than there are machines costs more than reading each machine.
        while (missing.Count > 0 && pages < machines.Count && await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            foreach (var listed in page)
            {
                // A deleted machine in the list counts as unlisted.
                if (listed.DtDeleted is not null || !missing.TryGetValue(listed.Id, out var machine)) continue;
                missing.Remove(listed.Id);
                _log.AddRead(machine);
                _listed[machine.Id] = listed;
                priorities[machine.Id] = machine.RecordListed(listed, now);
            }
        }

        _statePages = Math.Max(pages, 1);
        foreach (var machine in missing.Values)
        {
            _listed.Remove(machine.Id);
            priorities[machine.Id] = machine.RecordUnlisted(now);
        }

        return pages;
    }

    /// <summary>
    /// Reads a machine that is being deleted. The API may no longer return it while its deletion can still fail; its
    /// last state is then returned with the events of the deletion.
    /// </summary>
    private async Task<Machine> ShowDeletedAsync(string id, TrackedMachine machine, CancellationToken cancellationToken)
    {
        try
        {
            var read = await _machines.GetAsync(id, cancellationToken).ConfigureAwait(false);
            _deletion.RecordSeen(id);
            return read;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            var events = new List<MachineEvent>();
            foreach (var eventId in V1MachineEventLog.GetEventIds(machine).Distinct(StringComparer.Ordinal))
                if (await FindEventAsync(id, eventId, cancellationToken).ConfigureAwait(false) is { } found)
                    events.Add(found);
            if (events.Count == 0) throw;
            var last = machine.Last ?? new Machine { Id = id };
            last.Events = events;
            if (events.TrueForAll(item => !MachineEvents.IsPending(item) && !MachineEvents.HasFailed(item)))
                last.DtDeleted = _time.GetUtcNow();
            return last;
        }
    }

    private async Task<Machine> ShowAsync(string id, TrackedMachine machine, CancellationToken cancellationToken)
    {
        try
        {
            return await _machines.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
            when (failure.Reason == PaperspaceErrorReason.MachineNotFound && !machine.Open.Any(operation => operation.TargetsMachine))
        {
            // The events of a deleted machine still report on its other resources.
            return new Machine { Id = id, Name = machine.Last?.Name, DtDeleted = _time.GetUtcNow() };
        }
    }

    private async Task<List<MachineEvent>> ReadEventsAsync(string machineId, CancellationToken cancellationToken)
    {
        try
        {
            return await _events.ReadNewestAsync(machineId, V1Protocol.PageSize, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            // 404 on the event list is not proof of deletion; GET /machines/{id} decides.
            return [];
        }
    }

    /// <returns>The event; null if it does not exist or is of another machine.</returns>
    private async Task<MachineEvent?> FindEventAsync(string machineId, string eventId, CancellationToken cancellationToken)
    {
        try
        {
            var found = await _events.GetAsync(eventId, cancellationToken).ConfigureAwait(false);
            return V1MachineEventReader.IsOf(machineId, found) ? found : null;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.NotFound && failure.ApiMessage is not null)
        {
            return null;
        }
    }
}
