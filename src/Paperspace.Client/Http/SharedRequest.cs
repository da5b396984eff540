namespace Paperspace.Client.Http;

/// <summary>Sends a request once for all callers that come while it is under way or while its result is kept.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
internal sealed class SharedRequest<T>
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeToLive;
    private readonly object _gate = new();
    private Flight? _flight;

    /// <summary>Creates a shared request.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="timeToLive">How long a result is kept.</param>
    public SharedRequest(TimeProvider time, TimeSpan timeToLive)
    {
        _time = time;
        _timeToLive = timeToLive;
    }

    /// <summary>Returns the result. The request is cancelled when all who wait for it are.</summary>
    /// <param name="send">Sends the request, where none is under way or kept.</param>
    /// <param name="cancellationToken">Ends this caller's waiting.</param>
    public async Task<T> GetAsync(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var flight = Join(send);
        try
        {
            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellationToken.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), cancelled))
            {
                await Task.WhenAny(flight.Result, cancelled.Task).ConfigureAwait(false);
                cancellationToken.ThrowIfCancellationRequested();
                return await flight.Result.ConfigureAwait(false);
            }
        }
        finally
        {
            Leave(flight);
        }
    }

    /// <summary>Lets the next caller send the request anew; those who wait now keep theirs.</summary>
    public void Invalidate()
    {
        lock (_gate) _flight = null;
    }

    private Flight Join(Func<CancellationToken, Task<T>> send)
    {
        lock (_gate)
        {
            if (_flight is null || !_flight.IsUsable(_time.GetUtcNow(), _timeToLive)) _flight = new Flight(send, _time);
            _flight.Waiting++;
            return _flight;
        }
    }

    private void Leave(Flight flight)
    {
        lock (_gate)
        {
            if (--flight.Waiting > 0 || flight.Result.IsCompleted) return;
            if (ReferenceEquals(_flight, flight)) _flight = null;
        }

        flight.Cancel();
    }

    private sealed class Flight
    {
        private readonly Action _cancel;
        private DateTimeOffset _endedAt;

        public Flight(Func<CancellationToken, Task<T>> send, TimeProvider time)
        {
            // Without a timer the source holds nothing that would have to be disposed.
            var cancellation = new CancellationTokenSource();
            _cancel = cancellation.Cancel;
            Result = SendAsync(send, time, cancellation.Token);
            // One that nobody waits for any more must not be reported as an unobserved failure.
            _ = Result.ContinueWith(
                static failed => _ = failed.Exception,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted,
                TaskScheduler.Default);
        }

        public Task<T> Result { get; }

        public int Waiting { get; set; }

        public bool IsUsable(DateTimeOffset now, TimeSpan timeToLive) =>
            !Result.IsCompleted || (Result.Status == TaskStatus.RanToCompletion && now - _endedAt < timeToLive);

        public void Cancel() => _cancel();

        private async Task<T> SendAsync(Func<CancellationToken, Task<T>> send, TimeProvider time, CancellationToken cancellationToken)
        {
            var result = await Task.Run(() => send(cancellationToken), cancellationToken).ConfigureAwait(false);
            _endedAt = time.GetUtcNow();
            return result;
        }
    }
}
