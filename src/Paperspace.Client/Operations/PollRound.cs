using System.Runtime.ExceptionServices;

namespace Paperspace.Client;

/// <summary>Runs one round of requests for a wait: a poll of all machines, then reads of those that may have finished.</summary>
internal sealed class PollRound : IDisposable
{
    /// <summary>A machine that does not respond must not delay the others.</summary>
    private static readonly TimeSpan ReadTimeout = TimeSpan.FromSeconds(10);

    private readonly IOperationSource _source;
    private readonly IReadOnlyList<TrackedMachine> _machines;
    private readonly bool _isFinal;
    private readonly Func<TimeSpan> _getNow;
    private readonly TimeProvider _time;
    private readonly ReadQueue _queue = new();
    private readonly List<Task<Func<IReadOnlyList<Operation>>>> _reads = [];
    private readonly CancellationTokenSource _disposal = new();
    private bool _isPolled;
    private ExceptionDispatchInfo? _failure;
    private PaperspaceException? _lastReadFailure;
    private bool _isAnyRead;
    private bool _isListed;
    private bool _isProbing;
    private bool _probesEndedAll;
    private bool _isOver;

    /// <summary>Starts a round. Sends nothing.</summary>
    /// <param name="source">Reports on operations by the API's rules.</param>
    /// <param name="isFinal">Whether this is the last round, which reads each machine that was not read recently.</param>
    /// <param name="getNow">Returns the time since the wait began.</param>
    public PollRound(
        IOperationSource source,
        IReadOnlyList<TrackedMachine> machines,
        bool isFinal,
        Func<TimeSpan> getNow,
        TimeProvider time)
    {
        _source = source;
        _machines = machines;
        _isFinal = isFinal;
        _getNow = getNow;
        _time = time;
        if (!isFinal) return;
        foreach (
            var machine in machines.Where(machine =>
                machine.IsWithoutAddress || !(machine.ReadAt >= machine.Deadline || machine.IsWithoutResponse)))
            _queue.Add(machine, ReadPriority.Required);
        _isPolled = true;
        _isListed = true;
    }

    /// <summary>Makes the next step of the round.</summary>
    /// <returns>The operations that have ended; null at the end of the round.</returns>
    /// <exception cref="PaperspaceException">A request for all machines failed.</exception>
    public async Task<IReadOnlyList<Operation>?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        if (_isOver) return null;
        var ended = new List<Operation>();
        if (!_isPolled) await PollAsync(ended, cancellationToken).ConfigureAwait(false);
        BeginReads();
        if (_reads.Count > 0)
        {
            await Task.WhenAny(_reads).ConfigureAwait(false);
            // Await one read at a time, so that the failure of one is not thrown for all.
            if (cancellationToken.IsCancellationRequested)
                await Task.WhenAll(_reads.Select(read => Task.WhenAny(read))).ConfigureAwait(false);
            TakeEnded(ended);
            // Keep the results of reads that ended before the cancellation.
            if (ended.Count == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        _isOver = _reads.Count == 0 && !_queue.HasRequired && !_queue.HasProbes;
        // Without a list, the poll fails if every read fails.
        if (_isOver && !_isListed && !_isAnyRead && _lastReadFailure is { } last) _failure ??= ExceptionDispatchInfo.Capture(last);
        // Return partial results before throwing.
        if (_isOver && ended.Count == 0) _failure?.Throw();
        _isOver &= _failure is null;
        return ended;
    }

    public void Dispose() => _disposal.Cancel();

    private async Task PollAsync(List<Operation> ended, CancellationToken cancellationToken)
    {
        _isPolled = true;
        try
        {
            _isListed = await _source.PollAsync(_machines, _queue, ended, _getNow(), cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            _isListed = true;
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
    }

    private void BeginReads()
    {
        if (_queue.HasRequired)
        {
            while (_reads.Count < ReadQueue.MaxReadsAtOnce && _queue.HasRequired) BeginRead(_queue.DequeueRequired());
            return;
        }

        if (_reads.Count > 0 || !_queue.HasProbes) return;
        _isProbing = true;
        _probesEndedAll = true;
        foreach (var machine in _queue.DequeueProbes()) BeginRead(machine);
        if (_reads.Count == 0) EndProbes();
    }

    private void BeginRead(TrackedMachine machine)
    {
        // Delay the next read of a machine that could not be read, except in the last round.
        if (!_isFinal && !machine.IsReadDue(_getNow())) return;
        _reads.Add(ReadAsync(machine, _disposal.Token));
    }

    /// <summary>
    /// Reads a machine, and returns a function that records the result. <see cref="NextAsync"/> calls it, so that
    /// results are recorded on one thread.
    /// </summary>
    private async Task<Func<IReadOnlyList<Operation>>> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        using var limit = _time.CreateCancellationTokenSource(ReadTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var read = await _source.ReadAsync(machine, either.Token).ConfigureAwait(false);
            var now = _getNow();
            return () => Record(machine, read, now);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            var isGone = await ConfirmGoneAsync(machine, either.Token).ConfigureAwait(false);
            var now = _getNow();
            return () => machine.RecordNotFound(failure, isGone, now);
        }
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.InvalidApiKey)
        {
            var now = _getNow();
            return () => RecordFailure(machine, failure, now);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var now = _getNow();
            return () => RecordFailure(machine, null, now);
        }
    }

    private async Task<bool?> ConfirmGoneAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        try
        {
            return await _source.ConfirmGoneAsync(machine, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is PaperspaceException or OperationCanceledException)
        {
            return null;
        }
    }

    private IReadOnlyList<Operation> Record(TrackedMachine machine, Machine read, TimeSpan now)
    {
        _isAnyRead = true;
        return machine.RecordRead(read, now, _isFinal);
    }

    private IReadOnlyList<Operation> RecordFailure(TrackedMachine machine, PaperspaceException? failure, TimeSpan now)
    {
        if (!machine.RecordFailure(failure, now)) return machine.CompleteAsFailed(failure!);
        // A proxy's page proves nothing about the API.
        if (failure is { IsNonApiResponse: false }) _lastReadFailure = failure;
        return [];
    }

    private void TakeEnded(List<Operation> ended)
    {
        var count = ended.Count;
        foreach (var read in _reads.Where(read => read.Status == TaskStatus.RanToCompletion).ToArray())
        {
            _reads.Remove(read);
            var operations = read.GetAwaiter().GetResult()();
            ended.AddRange(operations);
            _probesEndedAll &= operations.Count > 0;
        }

        // An error that affects all machines is thrown after the results of the others.
        if (ended.Count == count && _reads.Find(read => read.IsFaulted) is { } fault) fault.GetAwaiter().GetResult();
        _reads.RemoveAll(read => read.IsCanceled);
        if (_isProbing && _reads.Count == 0) EndProbes();
    }

    private void EndProbes()
    {
        _isProbing = false;
        _queue.ReportProbes(_probesEndedAll);
    }
}
