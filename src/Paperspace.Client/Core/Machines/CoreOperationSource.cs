namespace Paperspace.Client;

/// <summary>Reports on operations of the Core API: lists all machines, and reads the events of those that changed.</summary>
internal sealed class CoreOperationSource : IOperationSource
{
    /// <summary>Requests at least this many pages, so that the second can be prefetched.</summary>
    private const int MinPages = 2;

    private readonly Func<string, CancellationToken, Task<Machine>> _read;
    private readonly Func<int, int, IPager<Machine>> _list;
    private readonly Func<string, CancellationToken, Task<bool>> _isListed;
    private readonly DeletionCheck _deletion;
    private readonly int _pageSize;
    private int _pages = 1;

    /// <param name="list">Lists machines, given a limit and a number to skip.</param>
    /// <param name="isListed">Returns whether the list contains a machine.</param>
    /// <param name="deletion">Decides whether a machine that is not found may return.</param>
    /// <param name="pageSize">The number of machines on a page.</param>
    public CoreOperationSource(
        Func<string, CancellationToken, Task<Machine>> read,
        Func<int, int, IPager<Machine>> list,
        Func<string, CancellationToken, Task<bool>> isListed,
        DeletionCheck deletion,
        int pageSize)
    {
        _read = read;
        _isListed = isListed;
        _list = list;
        _deletion = deletion;
        _pageSize = pageSize;
    }

    public OperationResult? EvaluateAccepted(Operation operation)
    {
        if (!operation.HasAction) return null;
        if (operation is { Before: null, TargetState: null } && !operation.IsRemoval) return OperationResult.Succeeded(operation.Machine);
        return operation.Before is { } before
            && new CoreMachineBeforeAction(before).IsNoOp(operation.Action)
            && operation.IsSatisfiedBy(before.State)
            ? OperationResult.Succeeded(before)
            : null;
    }

    public OperationResult? Evaluate(Operation operation, Machine machine, TrackedMachine tracked)
    {
        _deletion.RecordSeen(machine.Id);
        var evaluation = new CoreOperationEvaluation(operation, machine);
        // A deletion cancels everything else in progress.
        if (operation.TargetState is not null && evaluation.IsBeingDeleted) return OperationResult.BeingDeleted(operation, machine);
        if (evaluation.Failure is { } failure)
            return OperationResult.Failed(operation, machine, failure) with
            {
                // The machine may already be in its target state, but not be shown in it yet.
                HoldsFor = MachineEvents.GetOutcome(failure) == MachineEventOutcome.Inconclusive ? Lag.State : TimeSpan.Zero,
            };
        if (evaluation.IsComplete) return OperationResult.Succeeded(machine, evaluation.Warning);
        if (evaluation.Override is { } later)
            return OperationResult.Overridden(operation, machine, later) with { HoldsFor = Lag.State };
        return evaluation.IsEventMissing ? OperationResult.WithoutEvent(operation, machine, tracked) : null;
    }

    public async Task<bool?> ConfirmGoneAsync(TrackedMachine machine, CancellationToken cancellationToken)
    {
        if (_deletion.MayReturn(machine)) return false;
        if (machine.IsUnlisted) return true;
        return !await _isListed(machine.Id, cancellationToken).ConfigureAwait(false);
    }

    public Task<Machine> ReadAsync(TrackedMachine machine, CancellationToken cancellationToken) => _read(machine.Id, cancellationToken);

    public async Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        ReadQueue queue,
        ICollection<Operation> ended,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        if (machines.Count > _pages)
        {
            await ListAsync(machines, queue, now, cancellationToken).ConfigureAwait(false);
            return true;
        }

        // No more machines than list pages: read each directly.
        foreach (var machine in machines) queue.Add(machine, ReadPriority.Required);
        return false;
    }

    private async Task ListAsync(
        IReadOnlyCollection<TrackedMachine> machines, ReadQueue queue, TimeSpan now, CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var read = 0;
        var hasMore = true;
        while (missing.Count > 0 && hasMore && read < machines.Count)
        {
            // Double the pages each time, so that the pager can detect an endless list.
            var max = Math.Min(Math.Max(read > 0 ? read : _pages, MinPages), machines.Count - read);
            var pages = await ReadPagesAsync(read, max, missing, queue, now, cancellationToken).ConfigureAwait(false);
            read += pages;
            hasMore = pages == max;
        }

        _pages = Math.Max(read, 1);
        foreach (var machine in missing.Values) queue.Add(machine, machine.RecordUnlisted(now));
    }

    private async Task<int> ReadPagesAsync(
        int after,
        int max,
        Dictionary<string, TrackedMachine> missing,
        ReadQueue queue,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        var pages = 0;
        using var list = _list(max * _pageSize, after * _pageSize);
        while (missing.Count > 0 && await list.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            foreach (var listed in page)
            {
                if (!missing.TryGetValue(listed.Id, out var machine)) continue;
                missing.Remove(listed.Id);
                queue.Add(machine, machine.RecordListed(listed, now));
            }
        }

        return pages;
    }
}
