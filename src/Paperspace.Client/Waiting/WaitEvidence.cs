namespace Paperspace.Client.Waiting;

/// <summary>What a machine, as just read, says about an expectation.</summary>
internal sealed class WaitEvidence
{
    private readonly MachineExpectation _expectation;
    private readonly Machine _machine;
    private readonly IReadOnlyList<MachineEvent> _events;

    /// <summary>The events that can be the action's, newest first; all events where no action is awaited.</summary>
    private readonly IReadOnlyList<MachineEvent> _relevant;

    /// <summary>Weighs a machine.</summary>
    /// <param name="expectation">What is waited for.</param>
    /// <param name="machine">The machine with its events.</param>
    public WaitEvidence(MachineExpectation expectation, Machine machine)
    {
        _expectation = expectation;
        _machine = machine;
        _events = machine.Events ?? [];
        _relevant = expectation is { Baseline: { } baseline, Action: { } action } ? Since(baseline, action, machine) : _events;
    }

    /// <summary>Whether the machine is about to be gone.</summary>
    public bool IsBeingDestroyed => _events.Any(MachineTransitions.IsDestruction);

    /// <summary>Whether the machine is in the awaited state to stay, and what was to bring it there is over.</summary>
    public bool IsArrival => IsInState && !MachineTransitions.IsUnderWay(_events) && IsActionOver;

    /// <summary>The event that says that it will not come; null where none does.</summary>
    public MachineEvent? Failure => (_expectation.State, _expectation.Baseline) switch
    {
        (null, _) => Failed(_relevant.FirstOrDefault(MachineTransitions.IsDeactivation)),
        (var wanted, null) => FailureOnTheWayTo(wanted),
        _ => FailureSinceAction,
    };

    private bool IsInState => _expectation.IsMetIn(_machine.State);

    private IEnumerable<MachineEvent> Transitions =>
        _relevant.Where(item => MachineTransitions.IsTransition(item) && !MachineTransitions.IsDeactivation(item));

    private MachineEvent? FailureSinceAction
    {
        get
        {
            // Whoever tried again after a failure and succeeded has made good for it.
            var isMadeGood = IsInState && IsDone(Transitions.FirstOrDefault());
            return isMadeGood ? null : Transitions.FirstOrDefault(item => Failed(item) is not null);
        }
    }

    private bool IsActionOver
    {
        get
        {
            if (_expectation is not { Baseline: { } baseline, Action: { } action }) return true;
            if (baseline.MakesNoOp(action) || Transitions.Any(item => MachineStates.Is(item.Name, action) && IsDone(item))) return true;
            // The event may be hidden, or never have been: then a state that was not there before the action tells as much. A restart
            // ends where it began, so its state alone tells nothing.
            return baseline.IsOutOfSight(_machine)
                || (!MachineStates.Is(action, MachineEventNames.Restart) && !_expectation.IsMetIn(baseline.Machine.State));
        }
    }

    private static IReadOnlyList<MachineEvent> Since(MachineBaseline baseline, string action, Machine machine)
    {
        var since = baseline.EventsSince(machine);
        // Another restart is queued behind the one under way; anything else that is under way already is not done twice.
        var joins = !MachineStates.Is(action, MachineEventNames.Restart) && !since.Any(item => MachineStates.Is(item.Name, action));
        return joins && baseline.FindJoined(action, machine) is { } joined ? [.. since, joined] : since;
    }

    /// <summary>Without an action of its own, a wait goes by the newest transition only, and only if that was to lead to the state.</summary>
    private MachineEvent? FailureOnTheWayTo(string wanted) =>
        !IsInState && Failed(Transitions.FirstOrDefault()) is { } failed && MachineTransitions.LeadsTo(failed, wanted) ? failed : null;

    private static bool IsDone(MachineEvent? item) => MachineStates.Is(item?.State, MachineEventStates.Done);

    private static MachineEvent? Failed(MachineEvent? item) => MachineEventStates.IsFailure(item?.State) ? item : null;
}
