namespace Paperspace.Client;

/// <summary>Determines when a machine existed and when it ran, from its events and its description.</summary>
/// <remarks>
/// A machine runs from the end of its start to the end of its stop, including restarts. The first known event implies the state before it:
/// a machine that was stopped had been running, one that was started had been off.
/// </remarks>
internal sealed class RunningTime
{
    /// <summary>A time of the server that is later than ours by more than this is wrong; so is a state that contradicts its events for
    /// longer.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(10);

    private readonly List<RunningInterval> _intervals = [];
    private readonly IReadOnlyList<PowerChange> _changes;
    private readonly IReadOnlyCollection<MachineEvent> _events;
    private readonly Machine _machine;
    private readonly DateTimeOffset _now;

    /// <summary>Evaluates events.</summary>
    /// <param name="events">The machine's events, in any order.</param>
    /// <param name="now">The end of the history.</param>
    public RunningTime(IReadOnlyCollection<MachineEvent> events, Machine machine, DateTimeOffset now)
    {
        (_events, _machine, _now) = (events, machine, now);
        _changes = PowerChanges.Find(events, machine);
        var creation = events.FirstOrDefault(
            item => item.Name.EqualsIgnoreCase(MachineEventNames.Create) && item.DtCreated is { } time && !IsFuture(time));
        var deletion = events.FirstOrDefault(
            item => item.Name.EqualsIgnoreCase(MachineEventNames.Deactivate) && item.State.EqualsIgnoreCase(MachineEventStates.Done));
        HasFutureCreation = machine.DtCreated is { } created && IsFuture(created);
        CreatedAt = (HasFutureCreation ? null : machine.DtCreated) ?? creation?.DtCreated;
        DeletedAt = machine.DtDeleted ?? deletion?.DtFinished ?? deletion?.DtCreated;
        KnownFrom = creation is not null ? CreatedAt : _changes.Count > 0 ? _changes[0].At : null;
        HasUnknownStart = creation is not null && _changes.Count == 0 && DeletedAt is null && MachineStates.IsRunning(machine.State)
            && !HasRecentPendingEvent;
        RanBefore = HasUnknownStart || DidRunBefore(creation is not null);
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

    /// <summary>Gets whether the creation time of the machine is in the future; it is ignored then.</summary>
    public bool HasFutureCreation { get; }

    /// <summary>Gets whether the machine runs, although no event since its creation started it.</summary>
    public bool HasUnknownStart { get; }

    /// <summary>Gets the first event in the future that started or stopped the machine; null for none.</summary>
    public PowerChange? FutureChange => _changes.Where(change => IsFuture(change.At)).Cast<PowerChange?>().FirstOrDefault();

    /// <summary>Gets whether the machine runs, although its events stopped it a while ago.</summary>
    public bool RunsContraryToEvents =>
        DeletedAt is null
        && _changes.Count > 0
        && _changes[_changes.Count - 1] is { IsRunning: false } last
        && _machine.State is not null
        && MachineStates.IsBilled(_machine.State)
        && _machine.ReadAt > last.At + Tolerance
        && !HasRecentPendingEvent;

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

    /// <summary>Gets whether a pending event may explain the machine's state.</summary>
    private bool HasRecentPendingEvent => _events.Any(
        item => MachineEventStates.IsPending(item.State) && item.DtCreated > _now - Tolerance && !IsFuture(item.DtCreated.Value));

    private bool IsFuture(DateTimeOffset time) => time > _now + Tolerance;

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
