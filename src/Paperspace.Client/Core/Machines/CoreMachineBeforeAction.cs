namespace Paperspace.Client;

/// <summary>Compares a machine with how it was read before an action, the only way to distinguish the action's events from older ones: the
/// Core API does not name them.</summary>
internal sealed class CoreMachineBeforeAction
{
    /// <summary>The API returns at most this many events of a machine.</summary>
    private const int MaxEvents = 10;

    private readonly IReadOnlyList<MachineEvent> _events;

    /// <summary>Keeps the machine.</summary>
    /// <param name="machine">The machine with its events, as just read; without events, all that are read later count as new.</param>
    public CoreMachineBeforeAction(Machine machine)
    {
        Machine = machine ?? throw new ArgumentNullException(nameof(machine));
        _events = machine.Events ?? [];
    }

    public Machine Machine { get; }

    /// <summary>Gets whether no transition was in progress.</summary>
    public bool IsAtRest =>
        !MachineEvents.IsTransitional(Machine.State)
        && !MachineEvents.IsInProgress(_events)
        && !_events.Any(item => MachineEvents.IsDeletion(item) && !MachineEventStates.IsFailure(item.State));

    /// <summary>Returns whether the action changes nothing, so that no event of it will come: a running machine at rest is started, or
    /// one that is off is stopped.</summary>
    public bool IsNoOp(string action) =>
        IsAtRest
        && ((action.EqualsIgnoreCase(MachineEventNames.Start) && MachineStates.IsRunning(Machine.State))
            || (action.EqualsIgnoreCase(MachineEventNames.Stop) && Machine.State.EqualsIgnoreCase(MachineStates.Off)));

    /// <summary>Returns the events that came since, newest first.</summary>
    /// <param name="machine">The same machine with its events, as read later.</param>
    public IReadOnlyList<MachineEvent> GetEventsSince(Machine machine)
    {
        // Counted rather than looked up: events without a handle and a time differ by their number only.
        var known = _events
            .GroupBy(Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var since = new List<MachineEvent>();
        foreach (var item in (machine.Events ?? []).Reverse())
        {
            var key = Key(item);
            if (known.TryGetValue(key, out var left) && left > 0) known[key] = left - 1;
            else since.Add(item);
        }

        since.Reverse();
        return since;
    }

    /// <summary>Returns whether the event, as read later, was in progress before the action.</summary>
    public bool WasInProgress(MachineEvent item) => _events.Any(before =>
        MachineEvents.IsTransition(before)
        && MachineEvents.IsPending(before)
        && string.Equals(Key(before), Key(item), StringComparison.Ordinal));

    /// <summary>Returns whether so much has happened since that the API no longer returns the first events.</summary>
    public bool HasRolledOver(Machine machine) =>
        machine.Events is { Count: >= MaxEvents } events && GetEventsSince(machine).Count == events.Count;

    private static string Key(MachineEvent item) => item.Handle ?? $"{item.Name}@{item.DtCreated:O}";
}
