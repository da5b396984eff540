namespace Paperspace.PowerShell;

/// <summary>Runs asynchronous work on the pipeline thread, where alone a cmdlet may write.</summary>
internal sealed class PipelineSynchronizationContext : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly Queue<KeyValuePair<SendOrPostCallback, object?>> _callbacks = new();
    private SynchronizationContext? _outer;
    private bool _isEnded;

    /// <summary>Runs work to its end on this thread, with all that it awaits.</summary>
    public void Run(Func<Task> work)
    {
        _outer = Current;
        SetSynchronizationContext(this);
        try
        {
            _isEnded = false;
            var task = work();
            _ = task.ContinueWith(
                static (_, context) => ((PipelineSynchronizationContext)context!).End(),
                this,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            Pump();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(_outer);
        }
    }

    /// <summary>Calls code that is not the cmdlet's own with the context that the thread had before: whoever waits there for an await would
    /// otherwise wait for a thread that waits for him.</summary>
    public T InvokeEngine<T>(Func<T> call)
    {
        if (Current != this) return call();
        SetSynchronizationContext(_outer);
        try
        {
            return call();
        }
        finally
        {
            SetSynchronizationContext(this);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_gate)
        {
            _callbacks.Enqueue(new KeyValuePair<SendOrPostCallback, object?>(d, state));
            Monitor.Pulse(_gate);
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _isEnded = true;
            Monitor.Pulse(_gate);
        }
    }

    private void Pump()
    {
        while (true)
        {
            KeyValuePair<SendOrPostCallback, object?> callback;
            lock (_gate)
            {
                while (_callbacks.Count == 0 && !_isEnded) Monitor.Wait(_gate);
                if (_callbacks.Count == 0) return;
                callback = _callbacks.Dequeue();
            }

            callback.Key(callback.Value);
        }
    }
}
