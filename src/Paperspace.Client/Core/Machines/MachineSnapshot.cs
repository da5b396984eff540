using Paperspace.Client.Operations;

namespace Paperspace.Client.Core.Machines;

/// <summary>Tells what happened to a machine since it was read before an action.</summary>
internal sealed class MachineSnapshot
{
    /// <summary>The most events that the API shows of a machine.</summary>
    private const int MostEventsShown = 10;

    private readonly IReadOnlyList<MachineEvent> _events;

    /// <summary>Takes a snapshot.</summary>
    /// <param name="machine">The machine with its events, as just read; without events, all that are read later count as new.</param>
    public MachineSnapshot(Machine machine)
    {
        Machine = machine ?? throw new ArgumentNullException(nameof(machine));
        _events = machine.Events ?? [];
    }

    /// <summary>Gets the machine as it was.</summary>
    public Machine Machine { get; }

    /// <summary>Gets whether the machine was at rest: no transition of it was under way.</summary>
    public bool IsAtRest =>
        !MachineTransitions.IsPassing(Machine.State)
        && !MachineTransitions.IsUnderWay(_events)
        && !_events.Any(MachineTransitions.IsDestruction);

    /// <summary>Returns whether the action changes nothing, so that no event of it will come: a machine at rest that runs is started, or
    /// one that is off is stopped.</summary>
    /// <param name="action">The action, by the name of its event.</param>
    public bool IsNoOp(string action) =>
        IsAtRest
        && ((MachineStates.Is(action, MachineEventNames.Start) && MachineStates.IsRunning(Machine.State))
            || (MachineStates.Is(action, MachineEventNames.Stop) && MachineStates.Is(Machine.State, MachineStates.Off)));

    /// <summary>Returns the events that came after the snapshot, newest first.</summary>
    /// <param name="machine">The same machine with its events, as read later.</param>
    public IReadOnlyList<MachineEvent> GetEventsSince(Machine machine)
    {
        // Counted rather than looked up, since events without handle and time are told apart by their number only.
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

    /// <summary>Returns whether the event was under way at the snapshot.</summary>
    /// <param name="machineEvent">An event of the same machine, as read later.</param>
    public bool WasUnderWay(MachineEvent machineEvent) =>
        _events.Any(item => MachineTransitions.IsPending(item) && string.Equals(Key(item), Key(machineEvent), StringComparison.Ordinal));

    /// <summary>Returns whether so much has happened since that what came first is not shown any more.</summary>
    /// <param name="machine">The same machine with its events, as read later.</param>
    public bool HasRolledOver(Machine machine) =>
        machine.Events is { Count: >= MostEventsShown } events && GetEventsSince(machine).Count == events.Count;

    private static string Key(MachineEvent machineEvent) => machineEvent.Handle ?? $"{machineEvent.Name}@{machineEvent.DtCreated:O}";
}
