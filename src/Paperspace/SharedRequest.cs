namespace Paperspace;

/// <summary>Sends a request once for all callers that arrive while it is in flight or its result is cached.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
internal sealed class SharedRequest<T>
{
    private readonly Func<DateTimeOffset> _getNow;
    private readonly TimeSpan _timeToLive;
    private readonly object _gate = new();
    private InFlightRequest? _current;
    private T? _lastResult;

    public SharedRequest(Func<DateTimeOffset> getNow, TimeSpan timeToLive)
    {
        _getNow = getNow;
        _timeToLive = timeToLive;
    }

    /// <summary>Returns the result. The request is cancelled when all its callers are.</summary>
    /// <param name="send">Sends the request, if none is in flight and no result is cached.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    public async Task<T> GetAsync(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var request = Join(send);
        try
        {
            await ((Task)Task.WhenAny(request.Result)).WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var result = await request.Result.ConfigureAwait(false);
            lock (_gate) _lastResult = result;
            return result;
        }
        finally
        {
            Leave(request);
        }
    }

    /// <summary>Gets the last result, even if it has expired; the default if there is none.</summary>
    public T? LastResult
    {
        get
        {
            lock (_gate) return _lastResult;
        }
    }

    /// <summary>Makes the next caller send the request again. Current callers are not affected.</summary>
    public void Invalidate()
    {
        lock (_gate) _current = null;
    }

    /// <summary>Sends a change, and invalidates the cached result even if the change fails.</summary>
    public async Task<TResult> InvalidateAfterAsync<TResult>(
        Func<CancellationToken, Task<TResult>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await change(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Invalidate();
        }
    }

    private InFlightRequest Join(Func<CancellationToken, Task<T>> send)
    {
        lock (_gate)
        {
            if (_current is null || !_current.IsUsable(_getNow(), _timeToLive)) _current = new InFlightRequest(send, _getNow);
            _current.Callers++;
            return _current;
        }
    }

    private void Leave(InFlightRequest request)
    {
        lock (_gate)
        {
            if (--request.Callers > 0 || request.Result.IsCompleted) return;
            if (ReferenceEquals(_current, request)) _current = null;
        }

        request.Cancel();
    }

    private sealed class InFlightRequest
    {
        private readonly Action _cancel;
        private DateTimeOffset _endedAt;

        public InFlightRequest(Func<CancellationToken, Task<T>> send, Func<DateTimeOffset> getNow)
        {
            // A source without a timer needs no disposal.
            var cancellation = new CancellationTokenSource();
            _cancel = cancellation.Cancel;
            Result = SendAsync(send, getNow, cancellation.Token);
            Result.Forget();
        }

        public Task<T> Result { get; }

        public int Callers { get; set; }

        public bool IsUsable(DateTimeOffset now, TimeSpan timeToLive) =>
            !Result.IsCompleted || (Result.Status == TaskStatus.RanToCompletion && now - _endedAt < timeToLive);

        public void Cancel() => _cancel();

        private async Task<T> SendAsync(
            Func<CancellationToken, Task<T>> send, Func<DateTimeOffset> getNow, CancellationToken cancellationToken)
        {
            var result = await Task.Run(() => send(cancellationToken), cancellationToken).ConfigureAwait(false);
            _endedAt = getNow();
            return result;
        }
    }
}
