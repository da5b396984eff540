namespace Paperspace.PowerShell;

/// <summary>Holds the requests of a command that change something, until the caller was told what became of each.</summary>
internal sealed class ChangeLedger : IDisposable
{
    /// <summary>How many changes that success was told of by silence are kept for a command that ends early.</summary>
    private const int MostSilent = 10_000;

    private readonly object _gate = new();
    private readonly LinkedList<PendingChange> _untold = new();
    private readonly Dictionary<PendingChange, LinkedListNode<PendingChange>> _nodes = [];
    private readonly Queue<PendingChange> _silent = new();
    private readonly TaskCompletionSource<bool> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closed = new();
    private int _underWay;
    private bool _isClosed;

    /// <summary>Gets whether there is something that the caller was not told.</summary>
    public bool HasUntold
    {
        get
        {
            lock (_gate) return _untold.Count > 0;
        }
    }

    /// <summary>Gets a token that is cancelled once no further request may begin.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Notes that a request is about to be sent.</summary>
    /// <exception cref="OperationCanceledException">The command has ended.</exception>
    public void Begin(PendingChange change, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_isClosed) throw new OperationCanceledException();
            change.StartedAt = now;
            change.Stage = ChangeStage.Sent;
            _nodes[change] = _untold.AddLast(change);
            _underWay++;
        }
    }

    /// <summary>Notes what became of a request.</summary>
    public void SetStage(PendingChange change, ChangeStage stage)
    {
        lock (_gate)
        {
            change.Stage = stage;
            if (--_underWay == 0 && _isClosed) _settled.TrySetResult(true);
        }
    }

    /// <summary>Notes that the caller was told.</summary>
    /// <param name="change">The change.</param>
    /// <param name="isSilent">Whether success was told by giving nothing: a command that ends early has to tell it after all.</param>
    public void Tell(PendingChange change, bool isSilent)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(change, out var node)) return;
            _nodes.Remove(change);
            _untold.Remove(node);
            if (!isSilent) return;
            if (_silent.Count == MostSilent) _silent.Dequeue();
            _silent.Enqueue(change);
        }
    }

    /// <summary>Lets no further request begin.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_underWay == 0) _settled.TrySetResult(true);
        }

        _closed.Cancel();
    }

    /// <summary>Waits, once the ledger is closed, until it is known of each request whether it was accepted.</summary>
    public Task WhenSettledAsync(CancellationToken cancellationToken) => ((Task)_settled.Task).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _closed.Dispose();

    /// <summary>Takes what the caller was not told, and what was told by silence alone, oldest first.</summary>
    public IReadOnlyList<PendingChange> TakeUntold()
    {
        lock (_gate)
        {
            var untold = _silent.Concat(_untold).OrderBy(change => change.StartedAt).ToArray();
            _silent.Clear();
            _untold.Clear();
            _nodes.Clear();
            return untold;
        }
    }
}
