namespace Paperspace.Client;

/// <summary>Interprets the events and states of machines.</summary>
internal static class MachineEvents
{
    private static IReadOnlyList<string> TransitionNames { get; } =
    [
        MachineEventNames.Create, MachineEventNames.Start, MachineEventNames.Stop, MachineEventNames.Restart,
        MachineEventNames.Deactivate, MachineEventNames.ForcedShutdown, MachineEventNames.Upgrade,
    ];

    private static IReadOnlyList<string> TransitionalStates { get; } =
        [MachineStates.Starting, MachineStates.Stopping, MachineStates.Restarting, MachineStates.Upgrading, MachineStates.Provisioning];

    public static MachineEventOutcome GetOutcome(MachineEvent item)
    {
        if (item.State.EqualsIgnoreCase(MachineEventStates.Done)) return MachineEventOutcome.Succeeded;
        if (item.State.EqualsIgnoreCase(MachineEventStates.Cancelled)) return MachineEventOutcome.Cancelled;
        if (item.State.EqualsIgnoreCase(MachineEventStates.Error))
            return string.IsNullOrWhiteSpace(item.ErrorMsg) && item.DtFinished is not null
                ? MachineEventOutcome.Inconclusive
                : MachineEventOutcome.Failed;
        return MachineEventStates.IsPending(item.State) || item.DtFinished is null
            ? MachineEventOutcome.Pending
            : MachineEventOutcome.Inconclusive;
    }

    public static bool IsPending(MachineEvent item) => GetOutcome(item) == MachineEventOutcome.Pending;

    public static bool IsDone(MachineEvent item) => GetOutcome(item) == MachineEventOutcome.Succeeded;

    public static bool HasFailed(MachineEvent item) =>
        GetOutcome(item) is MachineEventOutcome.Failed or MachineEventOutcome.Cancelled;

    /// <summary>Returns whether a machine leaves this state without a further action. Unknown states are assumed to be permanent.</summary>
    public static bool IsTransitional(string? state) => TransitionalStates.Contains(state, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether the event changes the state.</summary>
    public static bool IsTransition(MachineEvent item) => TransitionNames.Contains(item.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether the event is a deletion, successful or not.</summary>
    public static bool IsDeletion(MachineEvent item) => item.Name.EqualsIgnoreCase(MachineEventNames.Deactivate);

    /// <summary>Returns whether the event changes the state without deleting the machine.</summary>
    public static bool IsPowerTransition(MachineEvent item) => IsTransition(item) && !IsDeletion(item);

    /// <summary>Returns whether a transition is in progress or queued.</summary>
    /// <param name="events">A machine's events, newest first; null if they are unknown.</param>
    public static bool IsInProgress(IReadOnlyList<MachineEvent>? events) =>
        // Actions run one after another: an event before a completed one has ended, even if it was never marked so.
        events?.Where(IsTransition).TakeWhile(item => !IsDone(item)).Any(IsPending) == true;

    /// <summary>Returns whether an event of this kind leads to the state.</summary>
    public static bool LeadsTo(MachineEvent item, string state) => item.Name?.ToLowerInvariant() switch
    {
        MachineEventNames.Create => true,
        MachineEventNames.Start or MachineEventNames.Restart or MachineEventNames.Upgrade => MachineStates.IsRunning(state),
        MachineEventNames.Stop or MachineEventNames.ForcedShutdown => state.EqualsIgnoreCase(MachineStates.Off),
        _ => false,
    };
}
