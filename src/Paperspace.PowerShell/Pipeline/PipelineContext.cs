namespace Paperspace.PowerShell;

/// <summary>Runs async work on the thread that calls it, so that what follows an <c>await</c> may write to the pipeline.</summary>
internal sealed class PipelineContext : SynchronizationContext
{
    private readonly object _gate = new();
    private readonly Queue<KeyValuePair<SendOrPostCallback, object?>> _callbacks = new();
    private bool _isEnded;

    /// <summary>Runs the work to its end on this thread, with all that is posted meanwhile.</summary>
    public void Run(Func<Task> work)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            _isEnded = false;
            var task = work();
            _ = task.ContinueWith(
                static (_, context) => ((PipelineContext)context!).End(),
                this,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            Pump();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }

    /// <summary>Runs the callback on the pipeline thread: at once when work runs there, else with the next work.</summary>
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
