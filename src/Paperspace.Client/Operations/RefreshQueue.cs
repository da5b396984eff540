namespace Paperspace.Client.Operations;

/// <summary>Decides which machines are read with their events, and in which order.</summary>
/// <remarks>
/// Those whose state says that the wait may be over are all read. The tentative ones are tried: one first, and ever more as long as each
/// ends a wait, so that a thousand machines that only rest cost one request a round, and a thousand whose restart passed unseen are
/// found all the same.
/// </remarks>
internal sealed class RefreshQueue
{
    /// <summary>The greatest number of machines that are read at once.</summary>
    public const int MostAtOnce = 16;

    private readonly Queue<TrackedMachine> _required = new();
    private readonly List<TrackedMachine> _tentative = [];
    private int _tries = 1;

    /// <summary>Gets whether there is a machine that must be read.</summary>
    public bool HasRequired => _required.Count > 0;

    /// <summary>Gets whether there is a machine to try.</summary>
    public bool HasTentative => _tentative.Count > 0;

    /// <summary>Adds a machine.</summary>
    public void Add(TrackedMachine machine, RefreshPriority priority)
    {
        if (priority == RefreshPriority.Required) _required.Enqueue(machine);
        else if (priority == RefreshPriority.Tentative) _tentative.Add(machine);
    }

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        _required.Clear();
        ClearTentative();
    }

    /// <summary>Takes the next machine that must be read.</summary>
    public TrackedMachine DequeueRequired() => _required.Dequeue();

    /// <summary>Takes the next machines to try, those first that were not read for longest.</summary>
    public IReadOnlyList<TrackedMachine> DequeueTentative()
    {
        var next = _tentative.OrderBy(machine => machine.ReadAt ?? TimeSpan.MinValue).Take(_tries).ToList();
        _tentative.RemoveAll(next.Contains);
        return next;
    }

    /// <summary>Notes what came of the last try.</summary>
    /// <param name="endedAll">Whether it ended the wait for each.</param>
    public void ReportTry(bool endedAll)
    {
        if (endedAll) _tries = Math.Min(_tries * 2, MostAtOnce);
        else ClearTentative();
    }

    private void ClearTentative()
    {
        _tentative.Clear();
        _tries = 1;
    }
}
