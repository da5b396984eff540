namespace Paperspace;

/// <summary>Keeps the newest unreported changes of an account.</summary>
internal sealed class UnreportedChangeLog
{
    private const int Capacity = 10_000;

    private readonly Queue<UnreportedChange> _changes = new();

    /// <summary>Gets the changes, oldest first.</summary>
    public IReadOnlyList<UnreportedChange> Changes
    {
        get
        {
            lock (_changes) return _changes.ToArray();
        }
    }

    /// <summary>Adds changes; the oldest make room where there are too many.</summary>
    public void Add(IEnumerable<UnreportedChange> changes)
    {
        lock (_changes)
            foreach (var change in changes)
            {
                if (_changes.Count == Capacity) _changes.Dequeue();
                _changes.Enqueue(change);
            }
    }
}
