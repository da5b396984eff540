namespace Paperspace.Client;

/// <summary>Determines when a machine existed and when it ran, from its events and its description.</summary>
/// <remarks>
/// A machine runs from the end of its start to the end of its stop, including restarts. The first known event implies the state before it:
/// a machine that was stopped had been running, one that was started had been off.
/// </remarks>
internal sealed class RunningTime
{
    private readonly List<RunningInterval> _intervals = [];
    private readonly IReadOnlyList<PowerChange> _changes;
    private readonly IReadOnlyCollection<MachineEvent> _events;
    private readonly Machine _machine;

    /// <summary>Evaluates events.</summary>
    /// <param name="events">The machine's events, in any order.</param>
    /// <param name="now">The end of the history.</param>
    public RunningTime(IReadOnlyCollection<MachineEvent> events, Machine machine, DateTimeOffset now)
    {
        (_events, _machine) = (events, machine);
        _changes = PowerChanges.Find(events, machine);
        var creation = events.FirstOrDefault(item => item.Name.EqualsIgnoreCase(MachineEventNames.Create) && item.DtCreated is not null);
        var deletion = events.FirstOrDefault(
            item => item.Name.EqualsIgnoreCase(MachineEventNames.Deactivate) && item.State.EqualsIgnoreCase(MachineEventStates.Done));
        CreatedAt = machine.DtCreated ?? creation?.DtCreated;
        DeletedAt = machine.DtDeleted ?? deletion?.DtFinished ?? deletion?.DtCreated;
        KnownFrom = creation is not null ? CreatedAt : _changes.Count > 0 ? _changes[0].At : null;
        RanBefore = DidRunBefore(creation is not null);
        Evaluate(DeletedAt < now ? DeletedAt.Value : now);
    }

    /// <summary>Gets when the machine was created; null if it is unknown.</summary>
    public DateTimeOffset? CreatedAt { get; }

    /// <summary>Gets when the machine was deleted; null while it exists.</summary>
    public DateTimeOffset? DeletedAt { get; }

    /// <summary>Gets the start of the known events; null if there are none.</summary>
    public DateTimeOffset? KnownFrom { get; }

    /// <summary>Gets whether the machine is assumed to have run before that.</summary>
    public bool RanBefore { get; }

    /// <summary>Gets the changes whose outcome is unknown.</summary>
    public IEnumerable<PowerChange> UncertainChanges => _changes.Where(change => !change.IsCertain);

    /// <summary>Gets whether the machine's state, read after all of its events, contradicts them.</summary>
    public bool IsContradicted =>
        DeletedAt is null
        && _changes.Count > 0
        && !_events.Any(item => MachineEventStates.IsPending(item.State))
        && _machine.State is not null
        && _events.All(item => _machine.ReadAt >= (item.DtFinished ?? item.DtCreated))
        && MachineStates.IsBilled(_machine.State) != _changes[_changes.Count - 1].IsRunning;

    /// <summary>Gets the moment of the newest change; null for none.</summary>
    public DateTimeOffset? LastChangeAt => _changes.Count > 0 ? _changes[_changes.Count - 1].At : null;

    /// <summary>Finds when the type or disk was last changed after a moment; null for never.</summary>
    public DateTimeOffset? FindUpgradeAfter(DateTimeOffset moment) => _events
        .Where(item => item.Name.EqualsIgnoreCase(MachineEventNames.Upgrade) && item.State.EqualsIgnoreCase(MachineEventStates.Done))
        .Select(item => item.DtFinished ?? item.DtCreated)
        .Where(time => time > moment)
        .Max();

    /// <summary>Returns whether the state at a moment follows from the events, so that no older ones are needed.</summary>
    public static bool IsKnownAt(IReadOnlyCollection<MachineEvent> events, DateTimeOffset moment) =>
        events.Any(item => item.Name.EqualsIgnoreCase(MachineEventNames.Create))
        || PowerChanges.Find(events, null).Any(change => change.At <= moment);

    /// <summary>Returns how long the machine ran within a period.</summary>
    public TimeSpan RunningWithin(DateTimeOffset start, DateTimeOffset end) =>
        _intervals.Aggregate(TimeSpan.Zero, (sum, interval) => sum + interval.Within(start, end));

    private bool DidRunBefore(bool isCreationKnown)
    {
        if (_changes.Count == 0) return !isCreationKnown && MachineStates.IsBilled(_machine.State);
        // A deletion ends a machine whether it runs or not.
        return _changes[0].Event.Name.EqualsIgnoreCase(MachineEventNames.Deactivate)
            ? !isCreationKnown && _machine.State is not null && MachineStates.IsBilled(_machine.State)
            : _changes[0].RanBefore;
    }

    private void Evaluate(DateTimeOffset end)
    {
        DateTimeOffset? since = RanBefore ? CreatedAt ?? DateTimeOffset.MinValue : null;
        foreach (var change in _changes)
            if (change.IsRunning)
            {
                since ??= change.At;
            }
            else if (since is { } start)
            {
                _intervals.Add(new RunningInterval(start, change.At));
                since = null;
            }

        if (since is { } last) _intervals.Add(new RunningInterval(last, end));
    }
}
