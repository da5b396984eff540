namespace Paperspace.Client;

/// <summary>Tracks a machine with operations in progress: its last known state, and when to read it next.</summary>
internal sealed class TrackedMachine
{
    /// <summary>The minimum time from the action to the first probe of a machine in an inconclusive state.</summary>
    private static readonly TimeSpan MinProbeDelay = TimeSpan.FromSeconds(3);

    /// <summary>A machine in transition is read after this time, because its action may have failed meanwhile.</summary>
    private static readonly TimeSpan MaxTransition = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan UnlistedReadInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);

    /// <summary>The minimum interval for reading a new machine that was not found.</summary>
    private static readonly TimeSpan NewMachineReadInterval = TimeSpan.FromSeconds(3);

    /// <summary>The wait for the machine fails after this many consecutive 404 responses that do not name the machine.</summary>
    private const int MaxNotFoundResponses = 5;

    private static readonly Backoff ReadBackoff = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(30));

    private readonly IOperationSource _source;
    private readonly List<TrackedOperation> _open = [];
    private readonly DynamicAddressWait _address = new();
    private string? _evaluatedState;
    private TimeSpan? _unlistedAt;
    private bool _stateChanged;
    private bool _wasSeen;
    private int _failures;
    private int _notFoundResponses;
    private TimeSpan _notBefore;
    private TimeSpan? _missingSince;

    public TrackedMachine(string id, IOperationSource source)
    {
        Id = id;
        _source = source;
    }

    public string Id { get; }

    public bool IsOpen => _open.Count > 0;

    public IEnumerable<Operation> Open => _open.Select(item => item.Operation);

    public int OpenCount => _open.Count;

    /// <summary>Gets whether the machine is ready except for its dynamic public IP address.</summary>
    public bool IsWithoutAddress => IsOpen && _address.IsOpen;

    /// <summary>Gets the machine as last read; null if it was never read.</summary>
    public Machine? Last { get; private set; }

    /// <summary>Gets the newest known event, which may come from an earlier response than <see cref="Last"/>.</summary>
    public MachineEvent? NewestEvent { get; private set; }

    /// <summary>Gets when the machine was last read with its events, relative to the start of the wait.</summary>
    public TimeSpan? ReadAt { get; private set; }

    /// <summary>Gets the error of the last read; null if it succeeded.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Gets whether the last read timed out.</summary>
    public bool IsWithoutResponse { get; private set; }

    /// <summary>Gets whether the machine was not found, and another read must confirm its deletion.</summary>
    public bool IsMissing => _missingSince is not null;

    /// <summary>Gets whether a list newer than the last read omits the machine.</summary>
    public bool IsUnlisted => _unlistedAt is { } at && !(ReadAt > at);

    /// <summary>Gets whether the state has changed since the start of the wait.</summary>
    public bool StateChanged => _stateChanged;

    /// <summary>Gets the earliest time limit of the operations in progress.</summary>
    public TimeSpan Deadline => _open.Min(item => item.Deadline);

    public void Add(Operation operation, TimeSpan deadline, TimeSpan timeout)
    {
        _open.Add(new TrackedOperation(operation, deadline, timeout));
        if (Last is not null) return;
        Last = operation.Before ?? operation.Machine;
        NewestEvent = Last?.LastEvent;
        if (operation.Before is { } before) _evaluatedState = GetState(before);
    }

    /// <summary>Returns whether the machine may be read again after a failure.</summary>
    public bool IsReadDue(TimeSpan now) => now >= _notBefore;

    /// <summary>Records the machine from a list, without events.</summary>
    public ReadPriority RecordListed(Machine machine, TimeSpan now)
    {
        var state = GetState(machine);
        RecordSeen(machine);
        _unlistedAt = null;
        Last = machine;
        if (!state.EqualsIgnoreCase(_evaluatedState)) _evaluatedState = null;
        if (_address.IsDue(machine, now)) return ReadPriority.Required;
        if (_evaluatedState is null && Open.Any(operation => MayBeComplete(operation, state))) return ReadPriority.Required;
        var isDue = Open.All(operation => IsTransitional(operation, state))
            ? now - (ReadAt ?? TimeSpan.Zero) >= MaxTransition
            : now >= MinProbeDelay;
        return isDue ? ReadPriority.Probe : ReadPriority.None;
    }

    /// <summary>Records that a complete list omits the machine.</summary>
    public ReadPriority RecordUnlisted(TimeSpan now)
    {
        var isDue = IsNew
            ? now >= _notBefore
            : _unlistedAt is null || ReadAt is not { } before || now - before >= UnlistedReadInterval;
        _unlistedAt = now;
        return isDue ? ReadPriority.Required : ReadPriority.None;
    }

    /// <summary>Records the machine with its events, and completes the operations that have ended.</summary>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether this is the last reading.</param>
    public IReadOnlyList<Operation> RecordRead(Machine machine, TimeSpan now, bool isFinal)
    {
        ReadAt = now;
        LastFailure = null;
        IsWithoutResponse = false;
        _failures = 0;
        _notFoundResponses = 0;
        _notBefore = TimeSpan.Zero;
        // The same object with newer events is not a new reading of the state.
        if (!ReferenceEquals(machine, Last)) RecordSeen(machine);
        Last = machine;
        NewestEvent = machine.LastEvent ?? NewestEvent;
        _evaluatedState = GetState(machine);
        return Complete(operation => _source.Evaluate(operation, machine, this), now, isFinal, isRead: true);
    }

    /// <summary>Records that a read failed, and delays the next one.</summary>
    /// <param name="failure">The failure; null if the read timed out.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <returns>Whether the failure is transient; otherwise the wait for this machine has failed.</returns>
    public bool RecordFailure(PaperspaceException? failure, TimeSpan now)
    {
        IsWithoutResponse = failure is null;
        LastFailure = failure?.Message ?? "there was no response before the time limit.";
        var delay = ReadBackoff.GetDelay(_failures++);
        if (failure?.RetryAfter is { } retryAfter && retryAfter > delay) delay = retryAfter < MaxRetryAfter ? retryAfter : MaxRetryAfter;
        _notBefore = now + delay;
        // A proxy's page proves nothing about the machine, however often it is returned.
        return failure is null
            || failure.IsTransient
            || failure.IsNonApiResponse
            || (failure.Reason == PaperspaceErrorReason.NotFound && ++_notFoundResponses < MaxNotFoundResponses);
    }

    /// <summary>Records that the API did not find the machine, and completes its operations if it was certainly deleted.</summary>
    /// <param name="notFound">The API's error.</param>
    /// <param name="isGone">Whether another request confirmed the deletion; null if it is undecided.</param>
    /// <param name="now">The time since the wait began.</param>
    public IReadOnlyList<Operation> RecordNotFound(PaperspaceException notFound, bool? isGone, TimeSpan now)
    {
        if (IsNew || isGone == false)
        {
            LastFailure = notFound.Message;
            _notBefore = now + NewMachineReadInterval;
            return [];
        }

        if (isGone == true || IsUnlisted || _missingSince is not null)
            return Complete(item => OperationResult.Gone(item.Operation, Last, NewestEvent, notFound));
        LastFailure = notFound.Message;
        _missingSince = now;
        return [];
    }

    /// <summary>Completes the operations that have a result, except while a dynamic public IP address is missing.</summary>
    /// <param name="evaluate">Returns the result of an operation; null if it is in progress.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether this is the last reading.</param>
    /// <param name="isRead">Whether the machine was just read, rather than listed.</param>
    public IReadOnlyList<Operation> Complete(
        Func<Operation, OperationResult?> evaluate, TimeSpan now, bool isFinal = false, bool isRead = false) =>
        Complete(item =>
        {
            var result = evaluate(item.Operation);
            if (isRead || result is { HoldsFor.Ticks: > 0 }) result = item.Confirm(result, now);
            return _address.Filter(item.Operation, result, now, isFinal);
        });

    /// <summary>Completes the operations that need no request: the action was redundant or synchronous.</summary>
    public IReadOnlyList<Operation> CompleteAccepted() => Complete(item => _source.EvaluateAccepted(item.Operation));

    public IReadOnlyList<Operation> CompleteAsFailed(PaperspaceException error) => Complete(_ => OperationResult.Failed(error));

    /// <summary>Completes the operations that have reached their time limit.</summary>
    public IReadOnlyList<Operation> CompleteAsTimedOut(TimeSpan now, string? lastFailure) => Complete(item =>
        item.Deadline > now
            ? null
            : OperationResult.TimedOut(item.Operation, Last, NewestEvent, item.Timeout, lastFailure ?? LastFailure));

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

    /// <summary>Gets whether an operation in progress creates the machine, and it was never seen: 404 then proves nothing.</summary>
    private bool IsNew => !_wasSeen && Open.Any(operation => operation.CreatesMachine);

    private void RecordSeen(Machine machine)
    {
        _wasSeen = true;
        _missingSince = null;
        _stateChanged |= Last is not null && !GetState(machine).EqualsIgnoreCase(GetState(Last));
    }

    private sealed class TrackedOperation(Operation operation, TimeSpan deadline, TimeSpan timeout)
    {
        private (OperationStatus Status, TimeSpan Since)? _evidence;

        public Operation Operation => operation;

        public TimeSpan Deadline => deadline;

        public TimeSpan Timeout => timeout;

        /// <summary>Returns the result once readings have confirmed it for the required time.</summary>
        public OperationResult? Confirm(OperationResult? result, TimeSpan now)
        {
            if (result is null || result.HoldsFor == TimeSpan.Zero)
            {
                _evidence = null;
                return result;
            }

            if (_evidence?.Status != result.Status) _evidence = (result.Status, now);
            return now - _evidence.Value.Since >= result.HoldsFor ? result : null;
        }
    }
}
