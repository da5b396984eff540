using System.Runtime.ExceptionServices;

namespace Paperspace.Client.Waiting;

/// <summary>Waits for machines by polling lists, and looks at a single machine's events only when its state says that it may be over.</summary>
internal sealed class MachineWait : IMachineWait
{
    /// <summary>What a step may take when the time limit is zero, which means one look.</summary>
    private static readonly TimeSpan OneLook = TimeSpan.FromSeconds(10);

    /// <summary>How long past the time limit the newest events of those that did not arrive may be asked for.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(5);

    private readonly IPaperspaceClient _client;
    private readonly MachineWaitOptions _options;
    private readonly TimeProvider _time;
    private readonly TimeLimit _limit;
    private readonly Attempts _attempts;
    private readonly FleetPoll _poll;
    private readonly PollPauses _pauses;
    private readonly LookPlan _plan = new();
    private readonly List<AwaitedMachine> _machines;
    private readonly List<MachineArrival> _arrivals = [];
    private readonly int _total;
    private readonly CancellationTokenSource _disposal = new();
    private bool _hasPolled;
    private TimeSpan _lastPause;
    private TimeLimit? _closing;
    private ExceptionDispatchInfo? _fatal;

    /// <summary>Prepares to wait; sends nothing.</summary>
    public MachineWait(
        IPaperspaceClient client, IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions options, TimeProvider time)
    {
        options.Validate();
        _client = client;
        _options = options;
        _time = time;
        _limit = new TimeLimit(time, options.Timeout);
        _attempts = new Attempts(time);
        _poll = new FleetPoll(client, _limit);
        _pauses = new PollPauses(options.PollInterval);
        _total = expectations.Count;
        _machines =
        [
            .. expectations
                .GroupBy(expectation => expectation.MachineId.Trim(), StringComparer.Ordinal)
                .Select(group => new AwaitedMachine(group.Key, group)),
        ];
        foreach (var machine in _machines) _arrivals.AddRange(machine.EndNoOps());
    }

    /// <inheritdoc/>
    public MachineWaitProgress Progress => new()
    {
        Total = _total,
        Ended = _total - _arrivals.Count - _machines.Sum(machine => machine.OpenCount),
        Elapsed = _limit.Elapsed,
        States = _machines
            .GroupBy(machine => machine.LastSeen?.Machine.State ?? "unknown")
            .ToDictionary(group => group.Key, group => group.Sum(machine => machine.OpenCount)),
        LastFailure = _attempts.LastFailure,
    };

    /// <summary>What the step that comes now may take.</summary>
    private TimeSpan StepTime =>
        _closing is { } closing ? closing.Left
        : _options.Timeout == TimeSpan.Zero ? OneLook
        : _limit.Left;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MachineArrival>?> NextAsync(CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        either.Token.ThrowIfCancellationRequested();
        if (_arrivals.Count == 0 && _fatal is null)
        {
            _machines.RemoveAll(machine => machine.OpenCount == 0);
            if (_machines.Count == 0) return null;
            await StepAsync(either.Token).ConfigureAwait(false);
        }

        // What arrived is given before the wait ends for all, and in the next call when this one was cancelled.
        if (_arrivals.Count == 0) _fatal?.Throw();
        var arrivals = _arrivals.ToArray();
        _arrivals.Clear();
        return arrivals;
    }

    /// <inheritdoc/>
    public void Dispose() => _disposal.Cancel();

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_closing is null && (!_plan.HasNext || StepTime <= TimeSpan.Zero)) await PlanLooksAsync(cancellationToken).ConfigureAwait(false);
            if (_plan.HasNext && StepTime > TimeSpan.Zero) await LookAsync(cancellationToken).ConfigureAwait(false);
            else if (_closing is not null) GiveUp();
        }
        catch (PaperspaceException exception)
        {
            _fatal = ExceptionDispatchInfo.Capture(exception);
        }
    }

    private async Task PlanLooksAsync(CancellationToken cancellationToken)
    {
        if (_hasPolled) await PauseAsync(cancellationToken).ConfigureAwait(false);
        _plan.Clear();
        if (_hasPolled && _limit.IsOver) Close();
        else await PollAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        var pause = _pauses.Next(_attempts.RetryAfter, _limit.Left);
        if (pause <= TimeSpan.Zero) return;
        await _time.Delay(pause, cancellationToken).ConfigureAwait(false);
        _lastPause = _limit.Elapsed;
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        _hasPolled = true;
        if (await _attempts.TryAsync(token => _poll.PollAsync(_machines, _plan, token), StepTime, cancellationToken).ConfigureAwait(false))
            _attempts.Forget();
    }

    /// <summary>Plans one last look at those that were not looked at since the last pause, unless the API does not answer.</summary>
    private void Close()
    {
        _closing = new TimeLimit(_time, ClosingTime);
        if (_attempts.LastFailure is not null) return;
        foreach (var machine in _machines.Where(machine => !(machine.LookedAt >= _lastPause))) _plan.Add(machine, Interest.Certain);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var machines = _plan.Next();
        var looks = new Task<IReadOnlyList<MachineArrival>>[machines.Count];
        var succeeded = false;
        try
        {
            succeeded = await _attempts.TryAsync(LookAtAllAsync, StepTime, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // One look that failed must not lose what the others saw.
            var ended = looks.Where(look => look.Status == TaskStatus.RanToCompletion).Select(look => look.GetAwaiter().GetResult()).ToArray();
            foreach (var arrivals in ended) _arrivals.AddRange(arrivals);
            if (succeeded) _plan.Report(endedAll: ended.All(arrivals => arrivals.Count > 0));
            else _plan.Clear();
        }

        Task LookAtAllAsync(CancellationToken token)
        {
            for (var i = 0; i < looks.Length; i++) looks[i] = LookAtAsync(machines[i], token);
            return Task.WhenAll(looks);
        }
    }

    private async Task<IReadOnlyList<MachineArrival>> LookAtAsync(AwaitedMachine machine, CancellationToken cancellationToken)
    {
        try
        {
            return machine.Look(await _client.ShowMachineAsync(machine.Id, cancellationToken).ConfigureAwait(false), _limit.Elapsed);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return machine.EndGone(failure);
        }
        catch (PaperspaceException failure) when (failure.Reason is PaperspaceErrorReason.RequestRejected or PaperspaceErrorReason.InvalidRequest)
        {
            return machine.EndRefused(failure);
        }
    }

    private void GiveUp()
    {
        foreach (var machine in _machines) _arrivals.AddRange(machine.EndTimedOut(_options.Timeout, _attempts.LastFailure));
    }
}
