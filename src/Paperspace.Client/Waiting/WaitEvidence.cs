namespace Paperspace.Client.Waiting;

/// <summary>What a machine, as just read, says about an expectation.</summary>
internal sealed class WaitEvidence
{
    private readonly MachineExpectation _expectation;
    private readonly Machine _machine;
    private readonly IReadOnlyList<MachineEvent> _events;

    /// <summary>Weighs a machine.</summary>
    /// <param name="expectation">What is waited for.</param>
    /// <param name="machine">The machine with its events.</param>
    public WaitEvidence(MachineExpectation expectation, Machine machine)
    {
        _expectation = expectation;
        _machine = machine;
        _events = machine.Events ?? [];
    }

    /// <summary>Whether the machine is about to be gone.</summary>
    public bool IsBeingDestroyed => _events.Any(MachineTransitions.IsDestruction);

    /// <summary>Whether the machine is in the awaited state to stay, and what was to bring it there is over.</summary>
    public bool IsArrival => IsInState && !MachineTransitions.IsUnderWay(_events) && IsActionOver;

    /// <summary>The event that says that it will not come; null where none does.</summary>
    public MachineEvent? Failure => (_expectation.State, _expectation.Baseline) switch
    {
        (null, var baseline) => Failed((baseline?.EventsSince(_machine) ?? _events).FirstOrDefault(MachineTransitions.IsDeactivation)),
        (var wanted, null) => FailureOnTheWayTo(wanted),
        (var wanted, { } baseline) => FailureOfAction(baseline, wanted),
    };

    private bool IsInState => _expectation.IsMetIn(_machine.State);

    private bool IsActionOver
    {
        get
        {
            if (_expectation is not { Baseline: { } baseline, Action: { } action }) return true;
            if (baseline.MakesNoOp(action) || baseline.IsOutOfSight(_machine)) return true;
            if (baseline.EventsSince(_machine).Any(item => IsOf(item, action) && IsDone(item))) return true;
            // There need not be an event: what was under way may have made the action needless. And a state that was not there before the
            // action tells as much as one. But a restart always has an event, and ends where it began.
            return !MachineStates.Is(action, MachineEventNames.Restart) && !(baseline.IsAtRest && _expectation.IsMetIn(baseline.Machine.State));
        }
    }

    /// <summary>Any failure since counts, unless whoever tried again made good for it. An action that has no event of its own depends on
    /// what was under way before it.</summary>
    private MachineEvent? FailureOfAction(MachineBaseline baseline, string wanted)
    {
        var since = Transitions(baseline.EventsSince(_machine)).ToArray();
        if (IsInState && IsDone(since.FirstOrDefault())) return null;
        if (since.FirstOrDefault(item => Failed(item) is not null) is { } failed) return failed;
        if (since.Any(item => IsOf(item, _expectation.Action))) return null;
        return FailureOnTheWayTo(wanted) is { } before && baseline.WasUnderWay(before) ? before : null;
    }

    /// <summary>Without an action of its own, a wait goes by the newest transition only, and only if that was to lead to the state.</summary>
    private MachineEvent? FailureOnTheWayTo(string wanted) =>
        !IsInState && Failed(Transitions(_events).FirstOrDefault()) is { } failed && MachineTransitions.LeadsTo(failed, wanted) ? failed : null;

    private static IEnumerable<MachineEvent> Transitions(IEnumerable<MachineEvent> events) =>
        events.Where(item => MachineTransitions.IsTransition(item) && !MachineTransitions.IsDeactivation(item));

    private static bool IsOf(MachineEvent item, string? action) => MachineStates.Is(item.Name, action);

    private static bool IsDone(MachineEvent? item) => MachineStates.Is(item?.State, MachineEventStates.Done);

    private static MachineEvent? Failed(MachineEvent? item) => MachineEventStates.IsFailure(item?.State) ? item : null;
}
