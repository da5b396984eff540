
namespace Paperspace.Client.Operations;

/// <summary>Tracks a machine that is waited for, by what lists and reads say of it.</summary>
internal sealed class TrackedMachine
{
    /// <summary>For so long after an action a state may be that of before it.</summary>
    private static readonly TimeSpan StaleFor = TimeSpan.FromSeconds(3);

    /// <summary>One that is on its way for so long is read, since its action may have failed on the way.</summary>
    private static readonly TimeSpan LongOnItsWay = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan DelayOfUnlisted = TimeSpan.FromSeconds(15);

    private readonly IOperationEvaluator _evaluator;
    private readonly List<MachineWaitCondition> _open;
    private readonly DynamicAddressWait _address = new();
    private string? _evaluatedState;
    private bool _isUnlisted;
    private bool _hasMoved;

    /// <summary>Starts to track a machine.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="conditions">What it is waited for.</param>
    /// <param name="evaluator">Evaluates what is known of it.</param>
    public TrackedMachine(string id, IEnumerable<MachineWaitCondition> conditions, IOperationEvaluator evaluator)
    {
        Id = id;
        _evaluator = evaluator;
        _open = [.. conditions];
        if (_open.Find(condition => condition.Operation?.Before is not null)?.Operation?.Before is { } before)
        {
            Last = new LastKnownState(before, before.LastEvent);
            _evaluatedState = GetState(before);
        }
        else if (_open.Find(condition => condition.Operation?.Machine is not null)?.Operation?.Machine is { } machine)
        {
            Last = new LastKnownState(machine, machine.LastEvent);
        }
    }

    /// <summary>Gets its id.</summary>
    public string Id { get; }

    /// <summary>Gets whether anything is still waited for.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Gets what is still waited for.</summary>
    public IReadOnlyList<MachineWaitCondition> Open => _open;

    /// <summary>Gets whether it has arrived, and only its dynamic public address is still to come.</summary>
    public bool IsWithoutAddress => IsOpen && _address.IsOpen;

    /// <summary>Gets its last known state; null where none is.</summary>
    public LastKnownState? Last { get; private set; }

    /// <summary>Gets when it was last read with its events, since the tracker began; null where it was not.</summary>
    public TimeSpan? ReadAt { get; private set; }

    /// <summary>Gets the failures of reading it since it was last read.</summary>
    public ReadFailures Failures { get; } = new();

    /// <summary>Gets the states of what is still waited for.</summary>
    public IEnumerable<OperationState> Pending => _open.Select(condition => new OperationState(condition, OperationStatus.Pending)
    {
        Machine = Last?.Machine,
        NewestEvent = Last?.NewestEvent,
        LastFailure = Failures.Last,
    });

    /// <summary>Notes the machine as a list has it.</summary>
    /// <param name="machine">The machine, without events.</param>
    /// <param name="now">The time since the tracker began.</param>
    public RefreshPriority NoteListed(Machine machine, TimeSpan now)
    {
        var state = GetState(machine);
        _isUnlisted = false;
        _hasMoved |= Last is not null && !MachineStates.Is(state, GetState(Last.Machine));
        Last = new LastKnownState(machine, Last?.NewestEvent);
        if (!MachineStates.Is(state, _evaluatedState)) _evaluatedState = null;
        if (_address.IsDue(machine, now)) return RefreshPriority.Required;
        if (_evaluatedState is null && _open.Exists(condition => MayBeOver(condition, state))) return RefreshPriority.Required;
        var isDue = _open.TrueForAll(condition => IsOnItsWay(condition, state))
            ? now - (ReadAt ?? TimeSpan.Zero) >= LongOnItsWay
            : now >= StaleFor;
        return isDue ? RefreshPriority.Tentative : RefreshPriority.None;
    }

    /// <summary>Notes that a list does not have the machine.</summary>
    /// <param name="now">The time since the tracker began.</param>
    public RefreshPriority NoteUnlisted(TimeSpan now)
    {
        var isDue = !_isUnlisted || ReadAt is not { } before || now - before >= DelayOfUnlisted;
        _isUnlisted = true;
        return isDue ? RefreshPriority.Required : RefreshPriority.None;
    }

    /// <summary>Evaluates the machine as just read.</summary>
    /// <param name="machine">The machine with its events.</param>
    /// <param name="now">The time since the tracker began.</param>
    /// <param name="isFinal">Whether it is not read again.</param>
    /// <returns>The states of what ended.</returns>
    public IReadOnlyList<OperationState> NoteRead(Machine machine, TimeSpan now, bool isFinal)
    {
        ReadAt = now;
        Failures.Clear();
        Last = new LastKnownState(machine, machine.LastEvent ?? Last?.NewestEvent);
        _evaluatedState = GetState(machine);
        return EndCompleted(condition => _evaluator.Evaluate(condition, machine), now, isFinal);
    }

    /// <summary>Ends what this says has ended, unless its dynamic public address is still to come.</summary>
    /// <param name="evaluate">Returns the state of what has ended.</param>
    /// <param name="now">The time since the tracker began.</param>
    /// <param name="isFinal">Whether the machine is not looked at again.</param>
    public IReadOnlyList<OperationState> EndCompleted(
        Func<MachineWaitCondition, OperationState?> evaluate,
        TimeSpan now,
        bool isFinal = false) => End(condition => _address.Filter(evaluate(condition), now, isFinal));

    /// <summary>Ends what needs no request: an action that changed nothing, or that was carried out at once.</summary>
    public IReadOnlyList<OperationState> EndWithoutRequest() => End(_evaluator.EvaluateWithoutRequest);

    /// <summary>Ends all since the machine does not exist.</summary>
    public IReadOnlyList<OperationState> EndGone(PaperspaceException notFound) =>
        End(condition => OperationStates.Gone(condition, Last, notFound));

    /// <summary>Ends all with an error that reading the machine failed with.</summary>
    public IReadOnlyList<OperationState> EndFailed(PaperspaceException error) => End(condition => OperationStates.Failed(condition, error));

    /// <summary>Ends what this says has ended.</summary>
    public IReadOnlyList<OperationState> End(Func<MachineWaitCondition, OperationState?> evaluate)
    {
        var ended = new List<OperationState>();
        _open.RemoveAll(condition =>
        {
            if (evaluate(condition) is not { } state) return false;
            ended.Add(state);
            return true;
        });
        return ended;
    }

    private bool MayBeOver(MachineWaitCondition condition, string state) =>
        condition.IsMetIn(state) || (_hasMoved && condition.State is not null && !IsOnItsWay(condition, state));

    private static bool IsOnItsWay(MachineWaitCondition condition, string state) =>
        MachineTransitions.IsPassing(state)
        || (MachineStates.Is(state, MachineStates.ServiceReady) && MachineStates.Is(condition.State, MachineStates.Ready));

    private static string GetState(Machine machine) => machine.State ?? "";
}
