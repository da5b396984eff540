namespace Paperspace.Client.Waiting;

/// <summary>Waits for machines by polling lists, and looks at a single machine's events only when its state says it may be over.</summary>
internal sealed class MachineWait : IMachineWait
{
    private const int LooksAtOnce = 16;

    /// <summary>Up to this many machines, each poll may look at the events of every one.</summary>
    private const int FewMachines = 10;

    private static readonly TimeSpan LastLookLimit = TimeSpan.FromSeconds(10);

    private readonly IPaperspaceClient _client;
    private readonly MachineWaitOptions _options;
    private readonly TimeProvider _time;
    private readonly long _began;
    private readonly int _total;
    private readonly PollPauses _pauses;
    private readonly List<AwaitedMachine> _pending;
    private readonly Queue<AwaitedMachine> _toLookAt = new();
    private readonly CancellationTokenSource _disposal = new();
    private int _pages = 1;
    private bool _hasPolled;
    private TimeSpan? _retryAfter;
    private string? _lastFailure;

    public MachineWait(
        IPaperspaceClient client, IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions options, TimeProvider time)
    {
        if (options.Timeout < TimeSpan.Zero) throw PaperspaceException.InvalidRequest("Timeout is how long to wait at the most, 0 or more.", "Timeout");
        if (options.PollInterval <= TimeSpan.Zero) throw PaperspaceException.InvalidRequest("PollInterval is the longest pause between polls, above 0.", "PollInterval");
        _client = client;
        _options = options;
        _time = time;
        _began = time.GetTimestamp();
        _total = expectations.Count;
        _pauses = new PollPauses(options.PollInterval);
        _pending = [.. expectations.Select(expectation => new AwaitedMachine(expectation, time.GetUtcNow()))];
    }

    /// <inheritdoc/>
    public MachineWaitProgress Progress => new()
    {
        Total = _total,
        Ended = _total - _pending.Count,
        Elapsed = _time.GetElapsedTime(_began),
        States = _pending.GroupBy(awaited => awaited.Seen?.State ?? "unknown").ToDictionary(group => group.Key, group => group.Count()),
        LastFailure = _lastFailure,
    };

    private TimeSpan Remaining => _options.Timeout - _time.GetElapsedTime(_began);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MachineArrival>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0) return null;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
        if (_toLookAt.Count > 0) return await LookAsync(either.Token).ConfigureAwait(false);
        if (_hasPolled) await PauseAsync(either.Token).ConfigureAwait(false);
        if (_hasPolled && Remaining <= TimeSpan.Zero) return await GiveUpAsync(either.Token).ConfigureAwait(false);
        _hasPolled = true;
        await WithinTimeLimitAsync(PollAsync, either.Token).ConfigureAwait(false);
        return _toLookAt.Count > 0 ? await LookAsync(either.Token).ConfigureAwait(false) : [];
    }

    /// <inheritdoc/>
    public void Dispose() => _disposal.Cancel();

    private Task PauseAsync(CancellationToken cancellationToken)
    {
        var pause = _pauses.Next(_retryAfter);
        _retryAfter = null;
        if (pause > Remaining) pause = Remaining;
        return pause > TimeSpan.Zero ? _time.Delay(pause, cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Does a step, and lets it fail when trying again later may help.</summary>
    private async Task WithinTimeLimitAsync(Func<CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        // A time limit of zero means one look.
        var remaining = Remaining > LastLookLimit ? Remaining : LastLookLimit;
        using var limit = _time.CreateCancellationTokenSource(remaining);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await step(either.Token).ConfigureAwait(false);
            _lastFailure = null;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            _lastFailure = "no answer came before the time limit.";
        }
        catch (PaperspaceException failure) when (IsPassing(failure))
        {
            _lastFailure = failure.Message;
            _retryAfter = failure.RetryAfter;
        }
    }

    private static bool IsPassing(PaperspaceException failure) => failure.Reason
        is PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.ServerError
        or PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.InvalidResponse;

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count <= _pages)
        {
            foreach (var awaited in _pending) _toLookAt.Enqueue(awaited);
            return;
        }

        var listed = await ListAsync(cancellationToken).ConfigureAwait(false);
        var now = _time.GetUtcNow();
        var isCheap = _pending.Count <= FewMachines;
        foreach (var awaited in _pending)
        {
            if (!listed.TryGetValue(awaited.Id, out var machine))
            {
                _toLookAt.Enqueue(awaited);
                continue;
            }

            awaited.See(machine);
            if (awaited.IsWorthALook(machine, now, isCheap)) _toLookAt.Enqueue(awaited);
        }
    }

    private async Task<Dictionary<string, Machine>> ListAsync(CancellationToken cancellationToken)
    {
        var wanted = new HashSet<string>(_pending.Select(awaited => awaited.Id), StringComparer.Ordinal);
        var found = new Dictionary<string, Machine>(StringComparer.Ordinal);
        using var listing = _client.ListMachines();
        var pages = 0;
        while (found.Count < wanted.Count && await listing.NextAsync(cancellationToken).ConfigureAwait(false) is { } machines)
        {
            pages++;
            foreach (var machine in machines)
                if (wanted.Contains(machine.Id))
                    found[machine.Id] = machine;
        }

        _pages = Math.Max(pages, 1);
        return found;
    }

    /// <summary>Looks at the events of some of the machines whose wait may be over.</summary>
    private async Task<IReadOnlyList<MachineArrival>> LookAsync(CancellationToken cancellationToken)
    {
        var some = new List<AwaitedMachine>();
        while (some.Count < LooksAtOnce && _toLookAt.Count > 0) some.Add(_toLookAt.Dequeue());
        var arrivals = new List<MachineArrival>();
        await WithinTimeLimitAsync(
            async token =>
            {
                var looks = some.ConvertAll(awaited => LookAtAsync(awaited, token));
                try
                {
                    await Task.WhenAll(looks).ConfigureAwait(false);
                }
                finally
                {
                    // One look that failed must not lose what the others saw.
                    foreach (var (awaited, look) in some.Zip(looks, (awaited, look) => (awaited, look)))
                        if (look.Status == TaskStatus.RanToCompletion && look.Result is { } arrival)
                        {
                            _pending.Remove(awaited);
                            arrivals.Add(arrival);
                        }
                }
            },
            cancellationToken).ConfigureAwait(false);
        return arrivals;
    }

    private async Task<MachineArrival?> LookAtAsync(AwaitedMachine awaited, CancellationToken cancellationToken)
    {
        try
        {
            var machine = await _client.ShowMachineAsync(awaited.Id, cancellationToken).ConfigureAwait(false);
            awaited.See(machine);
            var now = _time.GetUtcNow();
            var arrival = WaitJudge.Judge(awaited, machine, now);
            if (arrival is null) awaited.Looked(now);
            return arrival;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return awaited.Seen is null && awaited.Expectation.State is not null
                ? new MachineArrival(awaited.Expectation, null, failure)
                : WaitJudge.Gone(awaited);
        }
    }

    private async Task<IReadOnlyList<MachineArrival>> GiveUpAsync(CancellationToken cancellationToken)
    {
        var lastFailure = _lastFailure;
        var arrivals = new List<MachineArrival>();
        if (lastFailure is null)
        {
            // One last look, for the newest events and for those that arrived in the last pause.
            foreach (var awaited in _pending) _toLookAt.Enqueue(awaited);
            while (_toLookAt.Count > 0 && Remaining > -LastLookLimit)
                arrivals.AddRange(await LookAsync(cancellationToken).ConfigureAwait(false));
        }

        arrivals.AddRange(_pending.Select(awaited => WaitJudge.TimedOut(awaited, _options.Timeout, lastFailure)));
        _pending.Clear();
        return arrivals;
    }
}
