using Paperspace.Client.Waiting;

namespace Paperspace.Client.Core.Machines;

/// <summary>Runs one round of requests about machines that are waited for.</summary>
internal sealed class CoreOperationRound : IPager<OperationState>
{
    /// <summary>One machine whose response does not come must not hold up the others.</summary>
    private static readonly TimeSpan ReadTimeLimit = TimeSpan.FromSeconds(10);

    private readonly IMachineClient _client;
    private readonly MachinePoll? _poll;
    private readonly IReadOnlyList<TrackedMachine> _machines;
    private readonly Deadline _started;
    private readonly TimeProvider _time;
    private readonly RefreshQueue _queue = new();
    private readonly List<Task<IReadOnlyList<OperationState>>> _reads = [];
    private readonly CancellationTokenSource _disposal = new();
    private bool _isPolled;
    private bool _isTry;
    private bool _tryEndedAll;
    private bool _isOver;

    /// <summary>Begins a round; sends nothing.</summary>
    /// <param name="client">Reads machines.</param>
    /// <param name="poll">Finds out which to read; null for each that was not read since the round before.</param>
    /// <param name="machines">The machines.</param>
    /// <param name="lastRound">When the round before began.</param>
    /// <param name="started">The time since the tracker began.</param>
    /// <param name="time">The clock.</param>
    public CoreOperationRound(
        IMachineClient client, MachinePoll? poll, IReadOnlyList<TrackedMachine> machines, TimeSpan lastRound, Deadline started, TimeProvider time)
    {
        _client = client;
        _poll = poll;
        _machines = machines;
        _started = started;
        _time = time;
        if (poll is not null) return;
        foreach (var machine in machines.Where(machine => !(machine.ReadAt >= lastRound))) _queue.Add(machine, RefreshPriority.Required);
        _isPolled = true;
    }

    /// <inheritdoc/>
    public async Task<Page<OperationState>?> NextAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        if (!_isPolled)
        {
            await _poll!.PollAsync(_machines, _queue, _started.Elapsed, cancellationToken).ConfigureAwait(false);
            _isPolled = true;
            return GetPending();
        }

        BeginReads();
        if (_reads.Count == 0)
        {
            if (_isOver) return null;
            _isOver = true;
            return GetPending();
        }

        await Task.WhenAny(_reads).ConfigureAwait(false);
        var states = TakeEnded();
        // What was read before the caller cancelled is not lost.
        if (states.Count == 0) cancellationToken.ThrowIfCancellationRequested();
        return new Page<OperationState>(states);
    }

    /// <inheritdoc/>
    public void Dispose() => _disposal.Cancel();

    private Page<OperationState> GetPending() => new([.. _machines.SelectMany(machine => machine.Pending)]);

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
        _reads.Add(ReadAsync(machine));
    }

    private async Task<IReadOnlyList<OperationState>> ReadAsync(TrackedMachine machine)
    {
        using var limit = _time.CreateCancellationTokenSource(ReadTimeLimit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _disposal.Token);
        try
        {
            return machine.NoteRead(await _client.GetAsync(machine.Id, either.Token).ConfigureAwait(false), _started.Elapsed);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return machine.EndGone(failure);
        }
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.InvalidApiKey)
        {
            return machine.Failures.Note(failure, _started.Elapsed) ? [] : machine.EndFailed(failure);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !_disposal.IsCancellationRequested)
        {
            machine.Failures.Note(null, _started.Elapsed);
            return [];
        }
    }

    private List<OperationState> TakeEnded()
    {
        var states = new List<OperationState>();
        foreach (var read in _reads.Where(read => read.Status == TaskStatus.RanToCompletion).ToArray())
        {
            _reads.Remove(read);
            states.AddRange(read.Result);
            _tryEndedAll &= read.Result.Count > 0;
        }

        // An error that concerns all is thrown once what others saw is given.
        if (states.Count == 0 && _reads.Find(read => read.IsFaulted) is { } fault) fault.GetAwaiter().GetResult();
        _reads.RemoveAll(read => read.IsCanceled);
        if (_isTry && _reads.Count == 0) EndTry();
        return states;
    }

    private void EndTry()
    {
        _isTry = false;
        _queue.ReportTry(_tryEndedAll);
    }
}
