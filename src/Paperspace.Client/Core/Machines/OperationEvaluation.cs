using Paperspace.Client.Operations;

namespace Paperspace.Client.Core.Machines;

/// <summary>Tells what a machine with its events, as just read, says about what is waited for.</summary>
internal sealed class OperationEvaluation
{
    private readonly MachineWaitCondition _condition;
    private readonly Machine _machine;
    private readonly IReadOnlyList<MachineEvent> _events;
    private readonly MachineSnapshot? _before;

    /// <summary>Begins an evaluation.</summary>
    /// <param name="condition">What is waited for.</param>
    /// <param name="machine">The machine with its events.</param>
    public OperationEvaluation(MachineWaitCondition condition, Machine machine)
    {
        _condition = condition;
        _machine = machine;
        _events = machine.Events ?? [];
        _before = condition.Operation?.Before is { } before ? new MachineSnapshot(before) : null;
    }

    /// <summary>Gets whether the machine is about to be gone.</summary>
    public bool IsBeingDestroyed => _events.Any(MachineTransitions.IsDestruction);

    /// <summary>Gets whether the machine is in the awaited state to stay, and what was to bring it there is over.</summary>
    public bool IsMet => IsInState && !MachineTransitions.IsUnderWay(_events) && IsActionOver;

    /// <summary>Gets the event that says that it will not come; null where none does.</summary>
    public MachineEvent? Failure => (_condition.State, _before) switch
    {
        (null, var before) => Failed((before?.GetEventsSince(_machine) ?? _events).FirstOrDefault(MachineTransitions.IsDeactivation)),
        (var wanted, null) => FailureOnTheWayTo(wanted),
        (var wanted, { } before) => FailureOfAction(before, wanted),
    };

    /// <summary>Gets what the caller should know of an action that succeeded; null for nothing.</summary>
    public string? Warning =>
        _condition.Operation is { Action: var action }
        && _before?.GetEventsSince(_machine).FirstOrDefault(item => IsOf(item, action)) is { } item
        && IsContradicted(item)
            ? $"The {TerminalText.Sanitize(item.Name)} ended with an error that has no message, but the machine is "
            + $"'{TerminalText.Sanitize(_machine.State)}'."
            : null;

    private bool IsInState => _condition.IsMetIn(_machine.State);

    private bool IsActionOver
    {
        get
        {
            if (_before is not { } before || _condition.Operation is not { Action: var action }) return true;
            if (before.IsNoOp(action) || before.HasRolledOver(_machine)) return true;
            if (before.GetEventsSince(_machine).Any(item => IsOf(item, action) && IsDone(item))) return true;
            // There need not be an event: what was under way may have made the action needless. And a state that was not there before the
            // action tells as much as one. But a restart always has an event, and ends where it began.
            return !MachineStates.Is(action, MachineEventNames.Restart) && !(before.IsAtRest && _condition.IsMetIn(before.Machine.State));
        }
    }

    /// <summary>Finds the failure of the action. Any since counts, unless whoever tried again made good for it. An action that has no event
    /// of its own depends on what was under way before it.</summary>
    private MachineEvent? FailureOfAction(MachineSnapshot snapshot, string wanted)
    {
        var since = Transitions(snapshot.GetEventsSince(_machine)).ToArray();
        if (IsInState && IsDone(since.FirstOrDefault())) return null;
        if (since.FirstOrDefault(item => Failed(item) is not null) is { } failed) return failed;
        if (since.Any(item => IsOf(item, _condition.Operation?.Action))) return null;
        return FailureOnTheWayTo(wanted) is { } before && snapshot.WasUnderWay(before) ? before : null;
    }

    /// <summary>Finds the failure for a wait without an action of its own, which goes by the newest transition only, if that was to lead to
    /// the state.</summary>
    private MachineEvent? FailureOnTheWayTo(string wanted) =>
        !IsInState && Failed(Transitions(_events).FirstOrDefault()) is { } failed && MachineTransitions.LeadsTo(failed, wanted)
            ? failed
            : null;

    private static IEnumerable<MachineEvent> Transitions(IEnumerable<MachineEvent> events) =>
        events.Where(item => MachineTransitions.IsTransition(item) && !MachineTransitions.IsDeactivation(item));

    private static bool IsOf(MachineEvent item, string? action) => MachineStates.Is(item.Name, action);

    private bool IsDone(MachineEvent? item) => MachineStates.Is(item?.State, MachineEventStates.Done) || IsContradicted(item);

    private MachineEvent? Failed(MachineEvent? item) =>
        MachineEventStates.IsFailure(item?.State) && !(IsInconclusive(item) && (IsInState || IsOnItsWay)) ? item : null;

    private bool IsOnItsWay => MachineTransitions.IsPassing(_machine.State) || MachineStates.Is(_machine.State, MachineStates.ServiceReady);

    private bool IsContradicted(MachineEvent? item) => IsInState && IsInconclusive(item);

    /// <summary>Returns whether an error without a message that has finished may be none: the machine's state decides.</summary>
    private static bool IsInconclusive(MachineEvent? item) =>
        item is { DtFinished: not null }
        && MachineStates.Is(item.State, MachineEventStates.Error)
        && string.IsNullOrWhiteSpace(item.ErrorMsg);
}
