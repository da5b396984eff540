namespace Paperspace.PowerShell;

/// <summary>Holds a command's changes until the outcome of each is reported.</summary>
internal sealed class ChangeTracker : IDisposable
{
    /// <summary>How many changes that were reported without output are kept in case the command is interrupted.</summary>
    private const int MaxSilent = 10_000;

    private readonly object _gate = new();
    private readonly LinkedList<PendingChange> _unreported = new();
    private readonly Dictionary<PendingChange, LinkedListNode<PendingChange>> _nodes = [];
    private readonly Queue<PendingChange> _silent = new();
    private readonly TaskCompletionSource<bool> _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _closed = new();
    private int _inFlight;
    private bool _isClosed;

    /// <summary>Gets a token that is cancelled once no further request may begin.</summary>
    public CancellationToken Closed => _closed.Token;

    /// <summary>Records that a request is about to be sent.</summary>
    /// <exception cref="OperationCanceledException">The command has ended.</exception>
    public void Begin(PendingChange change, DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_isClosed) throw new OperationCanceledException();
            change.SentAt = now;
            if (!_nodes.ContainsKey(change)) _nodes[change] = _unreported.AddLast(change);
            _inFlight++;
        }
    }

    public void End(PendingChange change, ChangeOutcome outcome)
    {
        lock (_gate)
        {
            change.Outcome = outcome;
            if (--_inFlight == 0 && _isClosed) _settled.TrySetResult(true);
        }
    }

    /// <summary>Records that an outcome was reported.</summary>
    /// <param name="hasOutput">Whether something was written; otherwise an interruption reports it again.</param>
    public void MarkReported(PendingChange change, bool hasOutput)
    {
        lock (_gate)
        {
            if (!_nodes.TryGetValue(change, out var node)) return;
            _nodes.Remove(change);
            _unreported.Remove(node);
            if (hasOutput) return;
            change.IsReported = change.IsCompleted;
            if (_silent.Count == MaxSilent) _silent.Dequeue();
            _silent.Enqueue(change);
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_inFlight == 0) _settled.TrySetResult(true);
        }

        _closed.Cancel();
    }

    /// <summary>Waits, once the tracker is closed, until no request is in flight.</summary>
    public Task WhenSettledAsync(CancellationToken cancellationToken) => ((Task)_settled.Task).WaitAsync(cancellationToken);

    public void Dispose() => _closed.Dispose();

    /// <summary>Returns what was not reported, oldest first.</summary>
    public IReadOnlyList<PendingChange> FindUnreported()
    {
        lock (_gate) return [.. _unreported];
    }

    /// <summary>Takes what was not reported, or without output only, oldest first.</summary>
    public IReadOnlyList<PendingChange> TakeUnreported()
    {
        lock (_gate)
        {
            var unreported = _silent.Concat(_unreported).OrderBy(change => change.SentAt).ToArray();
            _silent.Clear();
            _unreported.Clear();
            _nodes.Clear();
            return unreported;
        }
    }
}
