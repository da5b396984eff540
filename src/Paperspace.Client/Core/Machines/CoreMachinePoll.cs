using Paperspace.Client.Operations;
using Paperspace.Client.Paging;

namespace Paperspace.Client.Core.Machines;

/// <summary>Finds out with few requests which machines to read: by a list where there are more of them than it has pages.</summary>
internal sealed class CoreMachinePoll : IMachinePoll
{
    /// <summary>The fewest pages to ask for, so that the second can be prefetched.</summary>
    private const int FewestPages = 2;

    private readonly Func<int, int, OffsetPager<Machine>> _list;
    private readonly int _pageSize;
    private int _pages = 1;

    /// <summary>Creates a poll.</summary>
    /// <param name="list">Lists so many machines after so many.</param>
    /// <param name="pageSize">How many a page has.</param>
    public CoreMachinePoll(Func<int, int, OffsetPager<Machine>> list, int pageSize)
    {
        _list = list;
        _pageSize = pageSize;
    }

    /// <inheritdoc/>
    public async Task<bool> PollAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        RefreshQueue queue,
        ICollection<OperationState> ended,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        if (machines.Count > _pages)
        {
            await ListAsync(machines, queue, now, cancellationToken).ConfigureAwait(false);
            return true;
        }

        // The list has at least as many pages as these are machines.
        foreach (var machine in machines) queue.Add(machine, RefreshPriority.Required);
        return false;
    }

    private async Task ListAsync(
        IReadOnlyCollection<TrackedMachine> machines,
        RefreshQueue queue,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        var missing = machines.ToDictionary(machine => machine.Id, StringComparer.Ordinal);
        var read = 0;
        var mayGoOn = true;
        while (missing.Count > 0 && mayGoOn && read < machines.Count)
        {
            // As many again each time, so that a list that does not end is noticed as one.
            var most = Math.Min(Math.Max(read > 0 ? read : _pages, FewestPages), machines.Count - read);
            var pages = await ReadAsync(read, most, missing, queue, now, cancellationToken).ConfigureAwait(false);
            read += pages;
            mayGoOn = pages == most;
        }

        _pages = Math.Max(read, 1);
        foreach (var machine in missing.Values) queue.Add(machine, machine.NoteUnlisted(now));
    }

    private async Task<int> ReadAsync(
        int after,
        int most,
        Dictionary<string, TrackedMachine> missing,
        RefreshQueue queue,
        TimeSpan now,
        CancellationToken cancellationToken)
    {
        var pages = 0;
        using var list = _list(most * _pageSize, after * _pageSize);
        while (missing.Count > 0 && await list.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            pages++;
            foreach (var listed in page)
            {
                if (!missing.TryGetValue(listed.Id, out var machine)) continue;
                missing.Remove(listed.Id);
                queue.Add(machine, machine.NoteListed(listed, now));
            }
        }

        return pages;
    }
}
