using System.Runtime.ExceptionServices;
using Paperspace.Client.Waiting;

namespace Paperspace.Client.Operations;

/// <summary>Runs one round of requests about machines that are waited for.</summary>
internal sealed class OperationRound : IPager<OperationState>
{
    /// <summary>One machine whose response does not come must not hold up the others.</summary>
    private static readonly TimeSpan ReadTimeLimit = TimeSpan.FromSeconds(10);

    private readonly Func<TrackedMachine, CancellationToken, Task<Machine>> _read;
    private readonly IMachinePoll? _poll;
    private readonly IReadOnlyList<TrackedMachine> _machines;
    private readonly Deadline _started;
    private readonly TimeProvider _time;
    private readonly RefreshQueue _queue = new();
    private readonly List<Task<IReadOnlyList<OperationState>>> _reads = [];
    private readonly CancellationTokenSource _disposal = new();
    private bool _isPolled;
    private ExceptionDispatchInfo? _failure;
    private volatile PaperspaceException? _lastReadFailure;
    private volatile bool _isAnyRead;
    private bool _isListed;
    private bool _isTry;
    private bool _tryEndedAll;
    private bool _isOver;

    /// <summary>Begins a round; sends nothing.</summary>
    /// <param name="read">Reads a machine with its events.</param>
    /// <param name="poll">Finds out which to read; null for a last round, in which each is read that was not read just now.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="started">The time since the tracker began.</param>
    /// <param name="time">The clock.</param>
    public OperationRound(
        Func<TrackedMachine, CancellationToken, Task<Machine>> read,
        IMachinePoll? poll,
        IReadOnlyList<TrackedMachine> machines,
        Deadline started,
        TimeProvider time)
    {
        _read = read;
        _poll = poll;
        _machines = machines;
        _started = started;
        _time = time;
        if (poll is not null) return;
        var now = started.Elapsed;
        foreach (
            var machine in machines.Where(machine =>
                machine.IsWithoutAddress || !(machine.ReadAt >= now || machine.Failures.IsWithoutResponse)))
            _queue.Add(machine, RefreshPriority.Required);
        _isPolled = true;
        _isListed = true;
    }

    /// <inheritdoc/>
    public async Task<Page<OperationState>?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        if (_isOver) return null;
        var states = new List<OperationState>();
        if (!_isPolled)
        {
            await PollAsync(states, cancellationToken).ConfigureAwait(false);
            states.AddRange(GetPending());
        }

        BeginReads();
        if (_reads.Count > 0)
        {
            await Task.WhenAny(_reads).ConfigureAwait(false);
            // Each read is looked at by itself, so that what one throws is not thrown for all.
            if (cancellationToken.IsCancellationRequested)
                await Task.WhenAll(_reads.Select(read => Task.WhenAny(read))).ConfigureAwait(false);
            TakeEnded(states);
            // What was read before the caller cancelled is not lost.
            if (!states.Exists(state => state.Status != OperationStatus.Pending)) cancellationToken.ThrowIfCancellationRequested();
        }

        _isOver = _reads.Count == 0 && !_queue.HasRequired && !_queue.HasTentative;
        // Where no list was read, a failure of every read is one of the whole poll.
        if (_isOver && !_isListed && !_isAnyRead && _lastReadFailure is { } last) _failure ??= ExceptionDispatchInfo.Capture(last);
        if (_isOver) states.AddRange(GetPending());
        // A failure that concerns all is thrown once what was seen in spite of it is given.
        if (_isOver && states.TrueForAll(state => state.Status == OperationStatus.Pending)) _failure?.Throw();
        _isOver &= _failure is null;
        return new Page<OperationState>(states);
    }

    /// <inheritdoc/>
    public void Dispose() => _disposal.Cancel();

    private async Task PollAsync(List<OperationState> ended, CancellationToken cancellationToken)
    {
        _isPolled = true;
        try
        {
            _isListed = await _poll!.PollAsync(_machines, _queue, ended, _started.Elapsed, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            _isListed = true;
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    private IEnumerable<OperationState> GetPending() => _machines.SelectMany(machine => machine.Pending);

    private void BeginReads()
    {
        if (_queue.HasRequired)
        {
            while (_reads.Count < RefreshQueue.MostAtOnce && _queue.HasRequired) Begin(_queue.DequeueRequired());
            return;
        }

        if (_reads.Count > 0 || !_queue.HasTentative) return;
        _isTry = true;
        _tryEndedAll = true;
        foreach (var machine in _queue.DequeueTentative()) Begin(machine);
        if (_reads.Count == 0) EndTry();
    }

    private void Begin(TrackedMachine machine)
    {
        // A machine that could not be read is left alone for a while, except in the last round.
        if (_poll is not null && !machine.Failures.IsDue(_started.Elapsed)) return;
        _reads.Add(ReadAsync(machine, _disposal.Token));
    }

    private async Task<IReadOnlyList<OperationState>> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        using var limit = _time.CreateCancellationTokenSource(ReadTimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var read = await _read(machine, either.Token).ConfigureAwait(false);
            _isAnyRead = true;
            return machine.NoteRead(read, _started.Elapsed, isFinal: _poll is null);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return machine.EndGone(failure);
        }
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.InvalidApiKey)
        {
            if (!machine.Failures.Note(failure, _started.Elapsed)) return machine.EndFailed(failure);
            // A page that is not the API's says nothing about the host either, until it comes again and again.
            if (failure.Reason != PaperspaceErrorReason.NotFound) _lastReadFailure = failure;
            return [];
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            machine.Failures.Note(null, _started.Elapsed);
            return [];
        }
    }

    private void TakeEnded(List<OperationState> states)
    {
        var count = states.Count;
        foreach (var read in _reads.Where(read => read.Status == TaskStatus.RanToCompletion).ToArray())
        {
            _reads.Remove(read);
            var ended = read.GetAwaiter().GetResult();
            states.AddRange(ended);
            _tryEndedAll &= ended.Count > 0;
        }

        // An error that concerns all is thrown once what others saw is given.
        if (states.Count == count && _reads.Find(read => read.IsFaulted) is { } fault) fault.GetAwaiter().GetResult();
        _reads.RemoveAll(read => read.IsCanceled);
        if (_isTry && _reads.Count == 0) EndTry();
    }

    private void EndTry()
    {
        _isTry = false;
        _queue.ReportTry(_tryEndedAll);
    }
}
