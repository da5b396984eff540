namespace Paperspace.Client.Waiting;

/// <summary>Which machines' events are to be asked for in this round, a few at once.</summary>
/// <remarks>
/// Those whose state says that it is over are all asked for. The suspected ones are tried out: one first, and ever more as long as
/// each look ends a wait, so that a thousand machines that only rest cost one look a round, and a thousand whose restart passed
/// unseen are found all the same.
/// </remarks>
internal sealed class LookPlan
{
    private const int MostAtOnce = 16;

    private readonly Queue<AwaitedMachine> _certain = new();
    private readonly List<AwaitedMachine> _suspected = [];
    private bool _isTrying;
    private int _tries = 1;

    /// <summary>Whether there is anything left to look at.</summary>
    public bool HasNext => _certain.Count + _suspected.Count > 0;

    /// <summary>Plans a machine.</summary>
    public void Add(AwaitedMachine machine, Interest interest)
    {
        if (interest == Interest.Certain) _certain.Enqueue(machine);
        else if (interest == Interest.Suspected) _suspected.Add(machine);
    }

    /// <summary>Drops what is left.</summary>
    public void Clear()
    {
        _certain.Clear();
        _suspected.Clear();
        _tries = 1;
    }

    /// <summary>The next machines to look at.</summary>
    public IReadOnlyList<AwaitedMachine> Next()
    {
        _isTrying = _certain.Count == 0;
        return _isTrying ? NextSuspected() : NextCertain();
    }

    /// <summary>Notes what came of the last machines.</summary>
    /// <param name="endedAll">Whether each look ended a wait.</param>
    public void Report(bool endedAll)
    {
        if (!_isTrying) return;
        if (endedAll) _tries = Math.Min(_tries * 2, MostAtOnce);
        else Clear();
    }

    private List<AwaitedMachine> NextCertain()
    {
        var next = new List<AwaitedMachine>();
        while (next.Count < MostAtOnce && _certain.Count > 0) next.Add(_certain.Dequeue());
        return next;
    }

    /// <summary>Those that were not looked at for longest, so that everyone's turn comes.</summary>
    private List<AwaitedMachine> NextSuspected()
    {
        var next = _suspected.OrderBy(machine => machine.LookedAt ?? TimeSpan.MinValue).Take(_tries).ToList();
        _suspected.RemoveAll(next.Contains);
        return next;
    }
}
