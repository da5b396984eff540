using System.Collections.Concurrent;

namespace Paperspace.PowerShell;

/// <summary>Keeps a limited number of requests in flight, off the pipeline thread, and completes each on it.</summary>
/// <remarks>Results come in the order in which requests end; with a limit of one, in the order in which they were added.</remarks>
internal sealed class ThrottledRequestQueue : IDisposable
{
    private readonly int _limit;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _ended = new(0);
    private readonly ConcurrentQueue<EndedRequest> _results = new();
    private int _inFlight;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="limit">The greatest number of requests in flight.</param>
    public ThrottledRequestQueue(int limit)
    {
        _limit = limit;
        _places = new SemaphoreSlim(limit);
    }

    /// <summary>Begins a request once there is a place for it; completes others meanwhile.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="complete">Completes it, on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the waiting for a place.</param>
    public async Task AddAsync<T>(Func<CancellationToken, Task<T>> send, Action<Task<T>> complete, CancellationToken cancellationToken)
    {
        while (_inFlight >= _limit || !_results.IsEmpty) await CompleteNextAsync(static complete => complete(), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _inFlight++;
        var token = _cancellation.Token;
        var task = Task.Run(() => send(token), token);
        _ = task.ContinueWith(
            ended =>
            {
                _results.Enqueue(new EndedRequest(() => complete((Task<T>)ended), () => _ = ended.Exception));
                _ended.Release();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Sends a request once there is a place for it, for a caller that awaits its result.</summary>
    /// <param name="send">Sends it, off the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the waiting for a place; a request that has begun ends by itself.</param>
    public async Task<T> SendAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var token = _cancellation.Token;
            return await Task.Run(() => send(token), token);
        }
        finally
        {
            _places.Release();
        }
    }

    /// <summary>Completes all that are in flight.</summary>
    public Task DrainAsync(CancellationToken cancellationToken) => DrainAsync(static complete => complete(), cancellationToken);

    /// <summary>Completes all that are in flight.</summary>
    /// <param name="run">Runs the completion of each.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task DrainAsync(Action<Action> run, CancellationToken cancellationToken)
    {
        while (_inFlight > 0) await CompleteNextAsync(run, cancellationToken);
    }

    /// <summary>Cancels what is in flight.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        while (_results.TryDequeue(out var result)) result.Observe();
    }

    private async Task CompleteNextAsync(Action<Action> run, CancellationToken cancellationToken)
    {
        await _ended.WaitAsync(cancellationToken);
        _results.TryDequeue(out var request);
        _inFlight--;
        run(request.Complete);
    }

    private readonly record struct EndedRequest(Action Complete, Action Observe);
}
