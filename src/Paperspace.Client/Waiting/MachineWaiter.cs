using System.Runtime.ExceptionServices;
using Paperspace.Client.Operations;

namespace Paperspace.Client.Waiting;

/// <summary>Waits for machines: delays, deadlines and back-off over what a tracker finds out round by round.</summary>
internal sealed class MachineWaiter : IMachineWaiter
{
    /// <summary>The time for the only round of a wait whose time limit is zero.</summary>
    private static readonly TimeSpan OnlyRoundTimeLimit = TimeSpan.FromSeconds(10);

    /// <summary>The time for the last round, after the time limit.</summary>
    private static readonly TimeSpan FinalRoundTimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>So many pages in a row that are none of the API's are no passing trouble.</summary>
    private const int MostForeignPages = 5;

    /// <summary>A timer takes no more than some weeks.</summary>
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    private readonly MachineWaitOptions _options;
    private readonly TimeProvider _time;
    private readonly IOperationTracker _tracker;
    private readonly Deadline _deadline;
    private readonly PollDelay _delay;
    private readonly Dictionary<MachineWaitCondition, int> _open;
    private readonly Dictionary<MachineWaitCondition, OperationState> _lastStates = [];
    private readonly List<MachineWaitResult> _results = [];
    private readonly int _total;
    private readonly CancellationTokenSource _disposal = new();
    private IPager<OperationState>? _round;
    private int _rounds;
    private Deadline? _finalDeadline;
    private string? _lastFailure;
    private bool _isWithoutResponse;
    private int _foreignPages;
    private TimeSpan? _retryAfter;
    private ExceptionDispatchInfo? _fatal;

    /// <summary>Begins to wait; sends nothing.</summary>
    public MachineWaiter(
        IMachineClient client, IReadOnlyCollection<MachineWaitCondition> conditions, MachineWaitOptions options, TimeProvider time)
    {
        options.Validate();
        _options = options;
        _time = time;
        _tracker = client.Track(conditions);
        _deadline = new Deadline(time, options.Timeout);
        _delay = new PollDelay(options.PollInterval);
        _total = conditions.Count;
        _open = conditions.GroupBy(condition => condition).ToDictionary(group => group.Key, group => group.Count());
        Note(_tracker.GetStatesWithoutRequest());
    }

    /// <inheritdoc/>
    public MachineWaitProgress Progress => new()
    {
        Total = _total,
        Ended = _total - _results.Count - _open.Values.Sum(),
        Elapsed = _deadline.Elapsed,
        States = _open
            .GroupBy(condition => FindState(condition.Key) ?? "unknown")
            .ToDictionary(group => group.Key, group => group.Sum(condition => condition.Value)),
        LastFailure = _lastFailure ?? _open.Keys.Select(FindFailure).FirstOrDefault(failure => failure is not null),
    };

    private TimeSpan StepTimeLimit =>
        _finalDeadline is { } final ? final.Left
        : _options.Timeout == TimeSpan.Zero ? OnlyRoundTimeLimit
        : _deadline.Left;

    /// <inheritdoc/>
    public async Task<Page<MachineWaitResult>?> NextAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        either.Token.ThrowIfCancellationRequested();
        if (_results.Count == 0 && _fatal is null)
        {
            if (_open.Count == 0) return null;
            await StepAsync(either.Token).ConfigureAwait(false);
        }

        either.Token.ThrowIfCancellationRequested();
        // What ended is given before the wait ends for all, and in the next call when this one was cancelled.
        if (_results.Count == 0) _fatal?.Throw();
        var page = new Page<MachineWaitResult>(_results.ToArray());
        _results.Clear();
        return page;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposal.Cancel();
        _round?.Dispose();
    }

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_round is not null && await ReadRoundAsync(cancellationToken).ConfigureAwait(false)) return;
            // A request that was cut off by the deadline would only be cut off again.
            if (_finalDeadline is not null || (_isWithoutResponse && _deadline.IsOver))
            {
                EndTimedOut();
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
        if (_rounds > 0)
        {
            var delay = _delay.Next(_retryAfter, _deadline.Left);
            if (delay > TimeSpan.Zero) await _time.Delay(delay, cancellationToken).ConfigureAwait(false);
            if (_deadline.IsOver) _finalDeadline = new Deadline(_time, FinalRoundTimeLimit);
        }

        _rounds++;
        _round = _tracker.GetStates(isFinal: _finalDeadline is not null);
    }

    /// <returns>Whether there was a page or a failure, rather than the end of the round.</returns>
    private async Task<bool> ReadRoundAsync(CancellationToken cancellationToken)
    {
        var isRead = false;
        // Time may have run out since the clock was looked at, and a negative delay would mean none.
        var timeLimit = StepTimeLimit > LongestStep ? LongestStep : StepTimeLimit < TimeSpan.Zero ? TimeSpan.Zero : StepTimeLimit;
        using var limit = _time.CreateCancellationTokenSource(timeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var page = await _round!.NextAsync(either.Token).ConfigureAwait(false);
            isRead = page is not null;
            if (page is not null) Note(page);
            // What the last round could not find out is told by the failure before it.
            if (_finalDeadline is null) NoteFailure(null, null);
            return isRead;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            NoteFailure("no response came before the time limit.", null);
            _isWithoutResponse = true;
            return true;
        }
        catch (PaperspaceException failure) when (IsTransient(failure) || (IsForeignPage(failure) && ++_foreignPages < MostForeignPages))
        {
            if (_finalDeadline is null) NoteFailure(failure.Message, failure.RetryAfter);
            return true;
        }
        finally
        {
            if (!isRead)
            {
                _round?.Dispose();
                _round = null;
            }
        }
    }

    private static bool IsTransient(PaperspaceException failure) => failure.Reason
        is PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.ServerError
        or PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.InvalidResponse;

    /// <summary>Returns whether a page came that is not the API's, as proxies send them: it says nothing about any machine.</summary>
    private static bool IsForeignPage(PaperspaceException failure) =>
        failure is { Reason: PaperspaceErrorReason.NotFound, ApiMessage: null };

    private void NoteFailure(string? failure, TimeSpan? retryAfter)
    {
        if (failure is null) _foreignPages = 0;
        _isWithoutResponse = false;
        _lastFailure = failure;
        _retryAfter = retryAfter;
    }

    private void Note(IEnumerable<OperationState> states)
    {
        foreach (var state in states)
        {
            _lastStates[state.Condition] = state;
            if (state.Status == OperationStatus.Pending || !_open.TryGetValue(state.Condition, out var count)) continue;
            if (count == 1) _open.Remove(state.Condition);
            else _open[state.Condition] = count - 1;
            _results.Add(new MachineWaitResult(state.Condition, state.Error is null ? state.Machine : null, state.Error)
            {
                Resource = state.Resource,
                Warning = state.Warning,
            });
        }
    }

    private void EndTimedOut()
    {
        foreach (var condition in _open.SelectMany(open => Enumerable.Repeat(open.Key, open.Value)))
            _results.Add(
                new MachineWaitResult(
                    condition,
                    null,
                    OperationStates.TimedOut(condition, FindLast(condition), _options.Timeout, _lastFailure ?? FindFailure(condition))));
        _open.Clear();
    }

    private LastKnownState? FindLast(MachineWaitCondition condition) =>
        _lastStates.TryGetValue(condition, out var state) && state.Machine is { } machine ? new LastKnownState(machine, state.NewestEvent)
        : condition.Operation?.Before is { } before ? new LastKnownState(before, before.LastEvent)
        : null;

    /// <summary>Finds the last known state of a machine, or of the operation's event where another resource is waited for.</summary>
    private string? FindState(MachineWaitCondition condition) => condition.IsOfMachine
        ? FindLast(condition)?.Machine.State
        : FindLast(condition)?.Machine.Events?
            .FirstOrDefault(item => condition.Operation!.EventIds.Contains(item.Handle, StringComparer.Ordinal))?.State;

    private string? FindFailure(MachineWaitCondition condition) =>
        _lastStates.TryGetValue(condition, out var state) ? state.LastFailure : null;
}
