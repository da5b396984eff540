namespace Paperspace.Client;

/// <summary>Determines the status of an operation from a machine with its events.</summary>
internal sealed class CoreOperationEvaluation
{
    private readonly Operation _operation;
    private readonly Machine _machine;
    private readonly IReadOnlyList<MachineEvent> _events;
    private readonly CoreMachineBeforeAction? _before;

    public CoreOperationEvaluation(Operation operation, Machine machine)
    {
        _operation = operation;
        _machine = machine;
        _events = machine.Events ?? [];
        _before = operation.Before is { } before ? new CoreMachineBeforeAction(before) : null;
    }

    public bool IsBeingDeleted =>
        _events.Any(item => MachineEvents.IsDeletion(item) && !MachineEventStates.IsFailure(item.State));

    /// <summary>Gets whether the machine is in the target state, no transition is in progress, and the action has ended.</summary>
    public bool IsComplete => IsInState && !MachineEvents.IsInProgress(_events) && HasActionEnded;

    /// <summary>Gets whether the machine is in the target state and idle, but the action has no event yet.</summary>
    public bool IsEventMissing => IsInState
        && _before is { } before
        && !MachineEvents.IsInProgress(_events)
        && !before.GetEventsSince(_machine).Any(IsOfAction);

    /// <summary>Gets a completed later transition that leads away from the target state; null if there is none.</summary>
    public MachineEvent? Override =>
        _operation is { HasAction: true, TargetState: { } wanted }
        && !IsInState
        && !IsChanging
        && _before?.GetEventsSince(_machine).Where(MachineEvents.IsPowerTransition).ToArray() is [var newest, _, ..] since
        && since.Any(IsOfAction)
        && !IsOfAction(newest)
        && MachineEvents.IsDone(newest)
        && !MachineEvents.LeadsTo(newest, wanted)
            ? newest
            : null;

    /// <summary>Gets the event that failed the operation; null if there is none.</summary>
    public MachineEvent? Failure => (_operation.TargetState, _before) switch
    {
        (null, var before) => Failed((before?.GetEventsSince(_machine) ?? _events).FirstOrDefault(MachineEvents.IsDeletion)),
        (var wanted, null) => FailureOfTransitionTo(wanted),
        (var wanted, { } before) => FailureOfAction(before, wanted),
    };

    /// <summary>Gets a warning about a successful action; null for none.</summary>
    public string? Warning =>
        _operation.HasAction
        && _before?.GetEventsSince(_machine).FirstOrDefault(IsOfAction) is { } item
        && IsContradicted(item)
            ? $"The {TerminalText.Sanitize(item.Name)} ended with an error without a message, but the machine is "
            + $"'{TerminalText.Sanitize(_machine.State)}'."
            : null;

    private bool IsInState => _operation.IsSatisfiedBy(_machine.State);

    private bool IsChanging =>
        MachineEvents.IsTransitional(_machine.State) || _machine.State.EqualsIgnoreCase(MachineStates.ServiceReady);

    private bool HasActionEnded
    {
        get
        {
            if (_before is not { } before || !_operation.HasAction) return true;
            if (before.IsNoOp(_operation.Action) || before.HasRolledOver(_machine)) return true;
            if (before.GetEventsSince(_machine).Any(item => IsOfAction(item) && IsDone(item))) return true;
            // An action in progress may have made this one redundant, so that it has no event; reaching the target
            // state is enough. A restart always has an event, and ends in the state in which it began.
            return !before.IsAtRest && !_operation.Action.EqualsIgnoreCase(MachineEventNames.Restart);
        }
    }

    /// <summary>
    /// Finds the failure of the action: any since, unless a later success supersedes it. For an action without an
    /// event, a failure of what was in progress before it.
    /// </summary>
    private MachineEvent? FailureOfAction(CoreMachineBeforeAction before, string wanted)
    {
        var since = before.GetEventsSince(_machine).Where(MachineEvents.IsPowerTransition).ToArray();
        if (IsInState && since.Length > 0 && IsDone(since[0])) return null;
        if (since.FirstOrDefault(item => Failed(item) is not null) is { } failed) return failed;
        if (since.Any(IsOfAction)) return null;
        return FailureOfTransitionTo(wanted) is { } earlier && before.WasInProgress(earlier) ? earlier : null;
    }

    /// <summary>Finds the failure for a wait without an action: that of the newest transition, if it was to lead to the state.</summary>
    private MachineEvent? FailureOfTransitionTo(string wanted) =>
        !IsInState
        && Failed(_events.FirstOrDefault(MachineEvents.IsPowerTransition)) is { } failed
        && MachineEvents.LeadsTo(failed, wanted)
            ? failed
            : null;

    private bool IsOfAction(MachineEvent item) => item.Name.EqualsIgnoreCase(_operation.Action);

    private bool IsDone(MachineEvent item) => MachineEvents.IsDone(item) || IsContradicted(item);

    private MachineEvent? Failed(MachineEvent? item) => item is null ? null : MachineEvents.GetOutcome(item) switch
    {
        MachineEventOutcome.Failed or MachineEventOutcome.Cancelled => item,
        MachineEventOutcome.Inconclusive when MachineEventStates.IsFailure(item.State) && !IsInState && !IsChanging => item,
        _ => null,
    };

    private bool IsContradicted(MachineEvent item) =>
        IsInState && MachineEvents.GetOutcome(item) == MachineEventOutcome.Inconclusive;
}
