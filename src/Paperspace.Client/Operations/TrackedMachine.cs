namespace Paperspace.Client;

/// <summary>Tracks a machine whose operations are awaited: its last known state, and when to read it next.</summary>
internal sealed class TrackedMachine
{
    /// <summary>A machine whose state is not conclusive is not probed sooner after the action.</summary>
    private static readonly TimeSpan MinProbeDelay = TimeSpan.FromSeconds(3);

    /// <summary>A machine in transition is read after this long, since its action may have failed meanwhile.</summary>
    private static readonly TimeSpan MaxTransition = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan UnlistedReadInterval = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan MaxRetryAfter = TimeSpan.FromHours(1);

    /// <summary>A new machine that was not found is not read sooner again.</summary>
    private static readonly TimeSpan NewMachineReadInterval = TimeSpan.FromSeconds(3);

    /// <summary>After this many responses in a row that there is no such thing, without saying which, the wait for the machine
    /// fails.</summary>
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

    /// <summary>Gets whether the machine was not found, and another reading has to confirm that it was deleted.</summary>
    public bool IsMissing => _missingSince is not null;

    /// <summary>Gets whether a list that is newer than the last read does not have the machine.</summary>
    public bool IsUnlisted => _unlistedAt is { } at && !(ReadAt > at);

    /// <summary>Gets whether its state was seen to change since the wait began.</summary>
    public bool StateChanged => _stateChanged;

    /// <summary>Gets when the first of the open operations reaches its time limit.</summary>
    public TimeSpan Deadline => _open.Min(item => item.Deadline);

    public void Add(Operation operation, TimeSpan deadline, TimeSpan timeout)
    {
        _open.Add(new TrackedOperation(operation, deadline, timeout));
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

    /// <summary>Records that a complete list does not have the machine.</summary>
    public ReadPriority RecordUnlisted(TimeSpan now)
    {
        var isDue = IsNew
            ? now >= _notBefore
            : _unlistedAt is null || ReadAt is not { } before || now - before >= UnlistedReadInterval;
        _unlistedAt = now;
        return isDue ? ReadPriority.Required : ReadPriority.None;
    }

    /// <summary>Records the machine as read with its events, and completes what it shows to have ended.</summary>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether it is not read again.</param>
    public IReadOnlyList<Operation> RecordRead(Machine machine, TimeSpan now, bool isFinal)
    {
        ReadAt = now;
        LastFailure = null;
        IsWithoutResponse = false;
        _failures = 0;
        _notFoundResponses = 0;
        _notBefore = TimeSpan.Zero;
        // The last state again, with newer events, is no new reading.
        if (!ReferenceEquals(machine, Last)) RecordSeen(machine);
        Last = machine;
        NewestEvent = machine.LastEvent ?? NewestEvent;
        _evaluatedState = GetState(machine);
        return Complete(operation => _source.Evaluate(operation, machine, this), now, isFinal, isRead: true);
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
        // A proxy's page says nothing about the machine, however often it comes.
        return failure is null
            || failure.IsTransient
            || failure.IsNonApiResponse
            || (failure.Reason == PaperspaceErrorReason.NotFound && ++_notFoundResponses < MaxNotFoundResponses);
    }

    /// <summary>Records that the API does not know the machine, and completes its operations if that is certain.</summary>
    /// <param name="notFound">The API's response.</param>
    /// <param name="isGone">Whether something else says that it was deleted; false if something says that it was not; null if nothing
    /// does either.</param>
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

    /// <summary>Completes the operations that have a result, except while a dynamic public address is missing.</summary>
    /// <param name="evaluate">Returns an operation's result; null if it is in progress.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether the machine is not read again.</param>
    /// <param name="isRead">Whether the machine was just read, so that its state is as new as it can be.</param>
    public IReadOnlyList<Operation> Complete(
        Func<Operation, OperationResult?> evaluate, TimeSpan now, bool isFinal = false, bool isRead = false) =>
        Complete(item =>
        {
            var result = evaluate(item.Operation);
            if (isRead || result is { HoldsFor.Ticks: > 0 }) result = item.Confirm(result, now);
            return _address.Filter(item.Operation, result, now, isFinal);
        });

    /// <summary>Completes the operations that need no request: the action changed nothing, or was carried out at once.</summary>
    public IReadOnlyList<Operation> CompleteAccepted() => Complete(item => _source.EvaluateAccepted(item.Operation));

    public IReadOnlyList<Operation> CompleteAsFailed(PaperspaceException error) => Complete(_ => OperationResult.Failed(error));

    /// <summary>Completes the operations whose time limit is over.</summary>
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

    /// <summary>Gets whether the machine was created by an awaited operation and not seen yet, so that 404 means nothing.</summary>
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

        /// <summary>Returns the result once readings have said so for as long as it requires.</summary>
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
