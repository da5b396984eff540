using System.Runtime.ExceptionServices;

namespace Paperspace.Client;

/// <summary>Waits for operations in rounds of requests, with delays between them and time limits.</summary>
internal sealed class OperationPoller : IMachineWaiter
{
    /// <summary>The time limit of the only round, if the wait has none.</summary>
    private static readonly TimeSpan OnlyRoundTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The time limit of the last round, after that of the wait.</summary>
    private static readonly TimeSpan FinalRoundTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Lower bound for the poll interval; avoids the API's rate limit.</summary>
    private static readonly TimeSpan MinPollInterval = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan DefaultPollInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPollInterval = TimeSpan.FromSeconds(1);

    /// <summary>The maximum delay per timer, which cannot exceed some weeks.</summary>
    private static readonly TimeSpan MaxTimer = TimeSpan.FromHours(1);

    /// <summary>The maximum number of consecutive rejected polls.</summary>
    private const int MaxRejections = 5;

    private readonly IOperationSource _source;
    private readonly MachineWaitOptions _options;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly Backoff _backoff;
    private readonly Dictionary<string, TrackedMachine> _machines = new(StringComparer.Ordinal);
    private readonly List<Operation> _ended = [];
    private readonly CancellationTokenSource _disposal = new();
    private readonly object _gate = new();
    private readonly List<(Operation Operation, TimeSpan Deadline, TimeSpan Timeout)> _added = [];
    private TaskCompletionSource<bool> _isAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _total;
    private PollRound? _round;
    private TimeSpan? _finalRoundDeadline;
    private bool _isPolled;
    private int _delays;
    private string? _lastFailure;
    private bool _hasTimedOut;
    private int _rejections;
    private TimeSpan? _retryAfter;
    private ExceptionDispatchInfo? _fatal;

    /// <summary>Starts a wait. Sends nothing.</summary>
    public OperationPoller(
        IOperationSource source, IEnumerable<Operation> operations, MachineWaitOptions options, TimeProvider time)
    {
        options.Validate();
        _source = source;
        _options = options;
        _time = time;
        _began = time.GetTimestamp();
        var interval = options.PollInterval is not { } wanted ? DefaultPollInterval : wanted > MinPollInterval ? wanted : MinPollInterval;
        _backoff = new Backoff(FirstPollInterval, 1.5, interval);
        foreach (var operation in operations) Add(operation);
        TrackAdded();
    }

    public MachineWaitProgress Progress => new()
    {
        Total = _total,
        Ended = _total - _ended.Count - _machines.Values.Sum(machine => machine.OpenCount),
        Elapsed = Now,
        States = _machines.Values
            .SelectMany(machine => machine.Open.Select(operation => FindState(operation, machine) ?? "unknown"))
            .GroupBy(state => state)
            .ToDictionary(group => group.Key, group => group.Count()),
        LastFailure = _lastFailure
            ?? _machines.Values.Select(machine => machine.LastFailure).FirstOrDefault(failure => failure is not null),
    };

    private TimeSpan Now => _time.GetElapsedTime(_began);

    /// <summary>Gets the time limit of a step. A step that begins just before the time limit may end just after it.</summary>
    private TimeSpan LeftForPoll
    {
        get
        {
            var left = Deadline - Now;
            return left > FinalRoundTimeout ? left : Min(FinalRoundTimeout, left + FinalRoundTimeout);
        }
    }

    private TimeSpan Deadline => _machines.Values.Min(machine => machine.Deadline);

    public void Add(Operation operation, TimeSpan? timeout = null)
    {
        if (operation is null) throw new ArgumentNullException(nameof(operation));
        if (operation is { MachineId: null, TargetsMachine: false, EventIds.Count: > 0 })
            throw new ArgumentException($"The {operation} names no machine whose events track it.", nameof(operation));
        var now = Now;
        var limit = timeout ?? _options.Timeout;
        lock (_gate)
        {
            _added.Add((operation, limit < TimeSpan.MaxValue - now ? now + limit : TimeSpan.MaxValue, limit));
            _isAdded.TrySetResult(true);
        }
    }

    public async Task<Page<Operation>?> NextAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        either.Token.ThrowIfCancellationRequested();
        if (_ended.Count == 0 && _fatal is null)
        {
            if (_machines.Count == 0) EndRound();
            TrackAdded();
            if (_ended.Count == 0)
            {
                if (_machines.Count == 0) return null;
                await StepAsync(either.Token).ConfigureAwait(false);
            }
        }

        either.Token.ThrowIfCancellationRequested();
        // Return the operations that ended before throwing; keep them if cancelled.
        if (_ended.Count == 0) _fatal?.Throw();
        var page = new Page<Operation>(_ended.ToArray());
        _ended.Clear();
        return page;
    }

    public void Dispose()
    {
        _disposal.Cancel();
        _round?.Dispose();
    }

    /// <summary>Starts to track the operations that were added, except during a round, which may be reading the same machine.</summary>
    private void TrackAdded()
    {
        if (_round is not null) return;
        lock (_gate)
        {
            if (_added.Count == 0) return;
            foreach (var (operation, deadline, timeout) in _added)
            {
                var id = operation.ObservedMachineId;
                if (!_machines.TryGetValue(id, out var machine)) _machines[id] = machine = new TrackedMachine(id, _source);
                (operation.Status, operation.Error) = (OperationStatus.Accepted, null);
                machine.Add(operation, deadline, timeout);
            }

            _total += _added.Count;
            _added.Clear();
            _isAdded = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _delays = 0;
        foreach (var machine in _machines.Values.ToArray()) Take(machine.CompleteAccepted());
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_round is not null && await ReadRoundAsync(cancellationToken).ConfigureAwait(false)) return;
            // The time limit would cut off another request as well.
            if (_finalRoundDeadline is not null || (_hasTimedOut && Deadline <= Now))
            {
                CompleteTimedOut();
                return;
            }

            await BeginRoundAsync(cancellationToken).ConfigureAwait(false);
            await ReadRoundAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException exception)
        {
            _fatal = ExceptionDispatchInfo.Capture(exception);
        }
    }

    private async Task BeginRoundAsync(CancellationToken cancellationToken)
    {
        var isFinal = false;
        if (_isPolled)
        {
            await DelayAsync(cancellationToken).ConfigureAwait(false);
            TrackAdded();
            isFinal = Deadline <= Now;
            if (isFinal) _finalRoundDeadline = Now + FinalRoundTimeout;
        }

        _isPolled = true;
        var now = Now;
        _round = new PollRound(
            _source,
            [.. _machines.Values.Where(machine => !isFinal || machine.Deadline <= now)],
            isFinal,
            () => Now,
            _time);
    }

    private async Task DelayAsync(CancellationToken cancellationToken)
    {
        // Read a machine that was not found again soon, to confirm that it was deleted.
        if (_machines.Values.Any(machine => machine.IsMissing)) _delays = 0;
        var delay = Min(_backoff.GetDelay(_delays++), Deadline - Now);
        if (_retryAfter > delay) delay = Min(_retryAfter.Value, Deadline - Now);
        if (delay <= TimeSpan.Zero) return;
        delay = TimeSpan.FromMilliseconds(Math.Ceiling(Min(delay, MaxTimer).TotalMilliseconds));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pause = _time.Delay(delay, cancellation.Token);
        if (_retryAfter is null && delay > FirstPollInterval)
        {
            // Poll a new operation as soon as in a wait of its own.
            if (await Task.WhenAny(pause, _isAdded.Task).ConfigureAwait(false) != pause)
            {
                cancellation.Cancel();
                pause = _time.Delay(FirstPollInterval, cancellationToken);
            }
        }

        await pause.ConfigureAwait(false);
    }

    /// <returns>Whether the round made a step; false if it ended.</returns>
    private async Task<bool> ReadRoundAsync(CancellationToken cancellationToken)
    {
        var isRead = false;
        var left = _finalRoundDeadline is { } final ? final - Now
            : _options.Timeout == TimeSpan.Zero ? OnlyRoundTimeout
            : LeftForPoll;
        // The time may have run out since, and a negative delay would mean no limit.
        using var limit = _time.CreateCancellationTokenSource(left < TimeSpan.Zero ? TimeSpan.Zero : Min(left, MaxTimer));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var ended = await _round!.NextAsync(either.Token).ConfigureAwait(false);
            isRead = ended is not null;
            if (ended is not null) Take(ended);
            // Keep the failure before the last round for the timeout message.
            if (_finalRoundDeadline is null) RecordFailure(null, null);
            return isRead;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            RecordFailure("there was no response before the time limit.", null);
            _hasTimedOut = true;
            return true;
        }
        catch (PaperspaceException failure) when (!IsFatal(failure))
        {
            if (_finalRoundDeadline is null) RecordFailure(failure.Message, failure.RetryAfter);
            return true;
        }
        finally
        {
            if (!isRead) EndRound();
        }
    }

    /// <summary>
    /// Returns whether no later poll can succeed. A page that is not the API's, or a single 404 for a list, proves
    /// nothing.
    /// </summary>
    private bool IsFatal(PaperspaceException failure) =>
        !failure.IsTransient
        && !failure.IsNonApiResponse
        && failure.Reason != PaperspaceErrorReason.InvalidResponse
        && (
            failure.Reason is PaperspaceErrorReason.InvalidApiKey or PaperspaceErrorReason.AccessDenied
            || ++_rejections >= MaxRejections);

    private void RecordFailure(string? failure, TimeSpan? retryAfter)
    {
        if (failure is null) _rejections = 0;
        _hasTimedOut = false;
        _lastFailure = failure;
        _retryAfter = retryAfter;
    }

    private void EndRound()
    {
        _round?.Dispose();
        _round = null;
    }

    private void Take(IEnumerable<Operation> ended)
    {
        foreach (var operation in ended)
        {
            _ended.Add(operation);
            if (_machines.TryGetValue(operation.ObservedMachineId, out var machine) && !machine.IsOpen) _machines.Remove(machine.Id);
        }
    }

    private void CompleteTimedOut()
    {
        var now = _finalRoundDeadline - FinalRoundTimeout ?? Now;
        _finalRoundDeadline = null;
        foreach (var machine in _machines.Values.ToArray())
            Take(machine.CompleteAsTimedOut(now, _lastFailure));
    }

    /// <summary>Finds the last known state of a machine, or of the operation's event for another resource.</summary>
    private static string? FindState(Operation operation, TrackedMachine machine) => operation.TargetsMachine
        ? machine.Last?.State
        : machine.Last?.Events?.FirstOrDefault(item => operation.EventIds.Contains(item.Handle, StringComparer.Ordinal))?.State;

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;
}
