namespace Paperspace.Client;

/// <summary>Tracks a machine whose operations are awaited: its last known state, and when to read it next.</summary>
internal sealed class TrackedMachine
{
    /// <summary>The state may be that of before the action for this long.</summary>
    private static readonly TimeSpan StateLag = TimeSpan.FromSeconds(3);

    /// <summary>A machine in transition is read after this long, since its action may have failed meanwhile.</summary>
    private static readonly TimeSpan MaxTransition = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan UnlistedReadInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);

    /// <summary>After this many non-API responses in a row, such as a proxy's pages, the wait for the machine fails.</summary>
    private const int MaxNonApiResponses = 5;

    private static readonly Backoff ReadBackoff = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(30));

    private readonly IOperationSource _source;
    private readonly List<TrackedOperation> _open = [];
    private readonly DynamicAddressWait _address = new();
    private string? _evaluatedState;
    private bool _isUnlisted;
    private bool _stateChanged;
    private int _failures;
    private int _nonApiResponses;
    private TimeSpan _notBefore;

    public TrackedMachine(string id, IOperationSource source)
    {
        Id = id;
        _source = source;
    }

    public string Id { get; }

    public bool IsOpen => _open.Count > 0;

    public IEnumerable<Operation> Open => _open.Select(item => item.Operation);

    public int OpenCount => _open.Count;

    /// <summary>Gets whether the machine is ready, and only its dynamic public address is missing.</summary>
    public bool IsWithoutAddress => IsOpen && _address.IsOpen;

    /// <summary>Gets the machine when last seen; null if it was never seen.</summary>
    public Machine? Last { get; private set; }

    /// <summary>Gets the newest known event, which may come from an earlier request than <see cref="Last"/>.</summary>
    public MachineEvent? NewestEvent { get; private set; }

    /// <summary>Gets when the machine was last read with its events, since the wait began.</summary>
    public TimeSpan? ReadAt { get; private set; }

    /// <summary>Gets why the last read failed; null if it did not.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Gets whether the last read got no response.</summary>
    public bool IsWithoutResponse { get; private set; }

    /// <summary>Gets when the first of the open operations reaches its time limit.</summary>
    public TimeSpan Deadline => _open.Min(item => item.Deadline);

    public void Add(Operation operation, TimeSpan deadline)
    {
        _open.Add(new TrackedOperation(operation, deadline));
        if (Last is not null) return;
        Last = operation.Before ?? operation.Machine;
        NewestEvent = Last?.LastEvent;
        if (operation.Before is { } before) _evaluatedState = GetState(before);
    }

    /// <summary>Returns whether the machine may be read again after its last failure.</summary>
    public bool IsReadDue(TimeSpan now) => now >= _notBefore;

    /// <summary>Records the machine as a list has it, without events.</summary>
    public ReadPriority RecordListed(Machine machine, TimeSpan now)
    {
        var state = GetState(machine);
        _isUnlisted = false;
        _stateChanged |= Last is not null && !state.EqualsIgnoreCase(GetState(Last));
        Last = machine;
        if (!state.EqualsIgnoreCase(_evaluatedState)) _evaluatedState = null;
        if (_address.IsDue(machine, now)) return ReadPriority.Required;
        if (_evaluatedState is null && Open.Any(operation => MayBeComplete(operation, state))) return ReadPriority.Required;
        var isDue = Open.All(operation => IsTransitional(operation, state))
            ? now - (ReadAt ?? TimeSpan.Zero) >= MaxTransition
            : now >= StateLag;
        return isDue ? ReadPriority.Probe : ReadPriority.None;
    }

    /// <summary>Records that a complete list does not have the machine.</summary>
    public ReadPriority RecordUnlisted(TimeSpan now)
    {
        var isDue = !_isUnlisted || ReadAt is not { } before || now - before >= UnlistedReadInterval;
        _isUnlisted = true;
        return isDue ? ReadPriority.Required : ReadPriority.None;
    }

    /// <summary>Records the machine as read with its events, and completes what it shows to have ended.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether it is not read again.</param>
    public IReadOnlyList<Operation> RecordRead(Machine machine, TimeSpan now, bool isFinal)
    {
        ReadAt = now;
        LastFailure = null;
        IsWithoutResponse = false;
        _failures = 0;
        _nonApiResponses = 0;
        _notBefore = TimeSpan.Zero;
        Last = machine;
        NewestEvent = machine.LastEvent ?? NewestEvent;
        _evaluatedState = GetState(machine);
        return Complete(operation => _source.Evaluate(operation, machine), now, isFinal);
    }

    /// <summary>Records that a read failed, and delays the next one.</summary>
    /// <param name="failure">The failure; null if no response came in time.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <returns>Whether the failure may pass; otherwise the wait for this machine has failed.</returns>
    public bool RecordFailure(PaperspaceException? failure, TimeSpan now)
    {
        IsWithoutResponse = failure is null;
        LastFailure = failure?.Message ?? "no response came before the time limit.";
        var delay = ReadBackoff.GetDelay(_failures++);
        if (failure?.RetryAfter is { } asked && asked > delay) delay = asked < MaxRetryAfter ? asked : MaxRetryAfter;
        _notBefore = now + delay;
        return failure?.Reason switch
        {
            null or PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.ServerError
                or PaperspaceErrorReason.TooManyRequests => true,
            PaperspaceErrorReason.InvalidResponse or PaperspaceErrorReason.NotFound => ++_nonApiResponses < MaxNonApiResponses,
            _ => false,
        };
    }

    /// <summary>Completes the operations that have a result, except while a dynamic public address is missing.</summary>
    /// <param name="evaluate">Returns an operation's result; null if it is in progress.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether the machine is not read again.</param>
    public IReadOnlyList<Operation> Complete(Func<Operation, OperationResult?> evaluate, TimeSpan now, bool isFinal = false) =>
        Complete(item => _address.Filter(item.Operation, evaluate(item.Operation), now, isFinal));

    /// <summary>Completes the operations that need no request: the action changed nothing, or was carried out at once.</summary>
    public IReadOnlyList<Operation> CompleteAccepted() => Complete(item => _source.EvaluateAccepted(item.Operation));

    public IReadOnlyList<Operation> CompleteAsGone(PaperspaceException notFound) =>
        Complete(item => OperationResult.Gone(item.Operation, Last, NewestEvent, notFound));

    public IReadOnlyList<Operation> CompleteAsFailed(PaperspaceException error) => Complete(_ => OperationResult.Failed(error));

    /// <summary>Completes the operations whose time limit is over.</summary>
    public IReadOnlyList<Operation> CompleteAsTimedOut(TimeSpan now, TimeSpan timeout, string? lastFailure) => Complete(item =>
        item.Deadline > now
            ? null
            : OperationResult.TimedOut(item.Operation, Last, NewestEvent, timeout, lastFailure ?? LastFailure));

    private List<Operation> Complete(Func<TrackedOperation, OperationResult?> evaluate)
    {
        var ended = new List<Operation>();
        _open.RemoveAll(item =>
        {
            if (evaluate(item) is not { } result) return false;
            Apply(result, item.Operation);
            ended.Add(item.Operation);
            return true;
        });
        return ended;
    }

    private static void Apply(OperationResult result, Operation operation)
    {
        operation.Status = result.Status;
        operation.Machine = result.Machine ?? operation.Machine;
        operation.Error = result.Error;
        if (result.Warning is { } warning) operation.Warnings = [.. operation.Warnings, warning];
    }

    private bool MayBeComplete(Operation operation, string state) =>
        operation.IsSatisfiedBy(state) || (_stateChanged && operation.TargetState is not null && !IsTransitional(operation, state));

    private static bool IsTransitional(Operation operation, string state) =>
        MachineEvents.IsTransitional(state)
        || (state.EqualsIgnoreCase(MachineStates.ServiceReady) && operation.TargetState.EqualsIgnoreCase(MachineStates.Ready));

    private static string GetState(Machine machine) => machine.State ?? "";

    private readonly record struct TrackedOperation(Operation Operation, TimeSpan Deadline);
}
