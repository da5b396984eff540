namespace Paperspace.Client.Operations;

/// <summary>Tells which states and events mean that a machine is changing.</summary>
internal static class MachineTransitions
{
    private static IReadOnlyList<string> Names { get; } =
    [
        MachineEventNames.Create, MachineEventNames.Start, MachineEventNames.Stop, MachineEventNames.Restart,
        MachineEventNames.Deactivate, MachineEventNames.ForcedShutdown, MachineEventNames.Upgrade,
    ];

    private static IReadOnlyList<string> PassingStates { get; } =
        [MachineStates.Starting, MachineStates.Stopping, MachineStates.Restarting, MachineStates.Upgrading, MachineStates.Provisioning];

    /// <summary>Returns whether a machine leaves this state by itself. One that is not known is taken for one that lasts.</summary>
    public static bool IsPassing(string? state) => PassingStates.Contains(state, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether events of this name change the state.</summary>
    public static bool IsTransition(MachineEvent machineEvent) => Names.Contains(machineEvent.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether the event changes the state and has not ended.</summary>
    public static bool IsPending(MachineEvent machineEvent) =>
        IsTransition(machineEvent) && MachineEventStates.IsPending(machineEvent.State);

    /// <summary>Returns whether the event means that the machine is being destroyed.</summary>
    public static bool IsDestruction(MachineEvent machineEvent) =>
        IsDeactivation(machineEvent) && !MachineEventStates.IsFailure(machineEvent.State);

    /// <summary>Returns whether the event is an attempt to destroy the machine, whatever became of it.</summary>
    public static bool IsDeactivation(MachineEvent machineEvent) => MachineStates.Is(machineEvent.Name, MachineEventNames.Deactivate);

    /// <summary>Returns whether a transition is under way or queued.</summary>
    /// <param name="events">A machine's events, newest first; null where they are not known.</param>
    public static bool IsUnderWay(IReadOnlyList<MachineEvent>? events) =>
        // A machine does one thing after another: what was never marked as ended has ended all the same when something after it is done.
        events?.Where(IsTransition).TakeWhile(item => !MachineStates.Is(item.State, MachineEventStates.Done)).Any(IsPending) == true;

    /// <summary>Returns whether events of this name are meant to bring a machine into the state.</summary>
    public static bool LeadsTo(MachineEvent machineEvent, string state) => machineEvent.Name?.ToLowerInvariant() switch
    {
        MachineEventNames.Create => true,
        MachineEventNames.Start or MachineEventNames.Restart or MachineEventNames.Upgrade => MachineStates.IsRunning(state),
        MachineEventNames.Stop or MachineEventNames.ForcedShutdown => MachineStates.Is(state, MachineStates.Off),
        _ => false,
    };
}
