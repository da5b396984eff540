namespace Paperspace.Client;

/// <summary>
/// Compares a machine with how it was before an action. Core returns no event ids, so this is the only way to identify
/// the action's events.
/// </summary>
internal sealed class CoreMachineBeforeAction
{
    /// <summary>The maximum number of a machine's events that the API returns.</summary>
    private const int MaxEvents = 10;

    private readonly IReadOnlyList<MachineEvent> _events;

    /// <param name="machine">The machine with its events before the action. Without events, all later ones count as
    /// new.</param>
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

    /// <summary>
    /// Returns whether the action changes nothing and so has no event: a start of a running machine, or a stop of one
    /// that is off.
    /// </summary>
    public bool IsNoOp(string action) =>
        IsAtRest
        && ((action.EqualsIgnoreCase(MachineEventNames.Start) && MachineStates.IsRunning(Machine.State))
            || (action.EqualsIgnoreCase(MachineEventNames.Stop) && Machine.State.EqualsIgnoreCase(MachineStates.Off)));

    /// <summary>Returns the events since the action, newest first.</summary>
    /// <param name="machine">The machine with its events after the action.</param>
    public IReadOnlyList<MachineEvent> GetEventsSince(Machine machine)
    {
        // Count rather than look up: events without a handle and a time are indistinguishable.
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

    /// <summary>Returns whether the event was in progress before the action.</summary>
    public bool WasInProgress(MachineEvent item) => _events.Any(before =>
        MachineEvents.IsTransition(before)
        && MachineEvents.IsPending(before)
        && string.Equals(Key(before), Key(item), StringComparison.Ordinal));

    /// <summary>Returns whether there are so many new events that the API may have dropped the first of them.</summary>
    public bool HasRolledOver(Machine machine) =>
        machine.Events is { Count: >= MaxEvents } events && GetEventsSince(machine).Count == events.Count;

    private static string Key(MachineEvent item) => item.Handle ?? $"{item.Name}@{item.DtCreated:O}";
}
