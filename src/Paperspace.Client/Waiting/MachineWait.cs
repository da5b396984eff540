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
    private readonly int _total;
    private readonly CancellationTokenSource _disposal = new();
    private bool _hasBegun;
    private int _rounds;
    private DateTimeOffset _lastPause;
    private TimeLimit? _closing;
    private ExceptionDispatchInfo? _fatal;

    /// <summary>Prepares to wait; sends nothing.</summary>
    public MachineWait(
        IPaperspaceClient client, IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions options, TimeProvider time)
    {
        if (options.Timeout < TimeSpan.Zero) throw PaperspaceException.InvalidRequest("Timeout is how long to wait at the most, 0 or more.", "Timeout");
        if (options.PollInterval <= TimeSpan.Zero) throw PaperspaceException.InvalidRequest("PollInterval is the longest pause between polls, above 0.", "PollInterval");
        _client = client;
        _options = options;
        _time = time;
        _limit = new TimeLimit(time, options.Timeout);
        _attempts = new Attempts(time);
        _poll = new FleetPoll(client);
        _pauses = new PollPauses(options.PollInterval);
        _total = expectations.Count;
        _machines =
        [
            .. expectations
                .GroupBy(expectation => expectation.MachineId.Trim(), StringComparer.Ordinal)
                .Select(group => new AwaitedMachine(group.Key, group, client.Now)),
        ];
    }

    /// <inheritdoc/>
    public MachineWaitProgress Progress => new()
    {
        Total = _total,
        Ended = _total - _machines.Sum(machine => machine.OpenCount),
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
        _fatal?.Throw();
        if (_machines.Count == 0) return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        either.Token.ThrowIfCancellationRequested();
        try
        {
            return await StepAsync(either.Token).ConfigureAwait(false);
        }
        catch (PaperspaceException exception)
        {
            _fatal ??= ExceptionDispatchInfo.Capture(exception);
            throw;
        }
        finally
        {
            _machines.RemoveAll(machine => machine.OpenCount == 0);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _disposal.Cancel();

    private async Task<IReadOnlyList<MachineArrival>> StepAsync(CancellationToken cancellationToken)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            var noOps = _machines.SelectMany(machine => machine.EndNoOps()).ToArray();
            if (noOps.Length > 0) return noOps;
        }

        if (_closing is null && (!_plan.HasNext || StepTime <= TimeSpan.Zero)) await PrepareLooksAsync(cancellationToken).ConfigureAwait(false);
        if (_plan.HasNext && StepTime > TimeSpan.Zero) return await LookAsync(cancellationToken).ConfigureAwait(false);
        return _closing is null ? [] : GiveUp();
    }

    private async Task PrepareLooksAsync(CancellationToken cancellationToken)
    {
        if (_rounds > 0)
        {
            var pause = _pauses.Next(_attempts.RetryAfter, _limit.Left);
            if (pause > TimeSpan.Zero)
            {
                await _time.Delay(pause, cancellationToken).ConfigureAwait(false);
                _lastPause = _client.Now;
            }

            if (_limit.IsOver)
            {
                BeginClosing();
                return;
            }
        }

        _rounds++;
        _plan.Clear();
        if (await _attempts.TryAsync(token => _poll.PollAsync(_machines, _plan, token), StepTime, cancellationToken).ConfigureAwait(false))
            _attempts.Forget();
    }

    /// <summary>Plans one last look at those that were not looked at since the last pause.</summary>
    private void BeginClosing()
    {
        _closing = new TimeLimit(_time, ClosingTime);
        _plan.Clear();
        if (_attempts.LastFailure is not null) return;
        foreach (var machine in _machines.Where(machine => !(machine.LookedAt >= _lastPause))) _plan.Add(machine, Interest.Certain);
    }

    private async Task<IReadOnlyList<MachineArrival>> LookAsync(CancellationToken cancellationToken)
    {
        var machines = _plan.Next();
        var looks = new Task<IReadOnlyList<MachineArrival>>[machines.Count];
        PaperspaceException? fatal = null;
        var succeeded = false;
        try
        {
            succeeded = await _attempts.TryAsync(LookAtAllAsync, StepTime, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException exception)
        {
            fatal = exception;
        }

        // One look that failed must not lose what the others saw.
        var seen = looks.Where(look => look.Status == TaskStatus.RanToCompletion).Select(look => look.Result).ToArray();
        var arrivals = seen.SelectMany(ended => ended).ToArray();
        if (succeeded) _plan.Report(endedAll: seen.All(ended => ended.Count > 0));
        else _plan.Clear();
        if (fatal is not null) _fatal = ExceptionDispatchInfo.Capture(fatal);
        if (arrivals.Length == 0) _fatal?.Throw();
        return arrivals;

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
            return machine.Look(await _client.ShowMachineAsync(machine.Id, cancellationToken).ConfigureAwait(false), _client.Now);
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

    private MachineArrival[] GiveUp() => [.. _machines.SelectMany(machine => machine.EndTimedOut(_options.Timeout, _attempts.LastFailure))];
}
