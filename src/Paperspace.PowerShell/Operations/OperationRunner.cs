using System.Collections.Concurrent;

namespace Paperspace.PowerShell;

/// <summary>Keeps a limited number of a command's requests in flight, off the pipeline thread.</summary>
/// <remarks>Used on the pipeline thread. Results are completed there in the order in which requests end; with a limit of 1, in the order
/// in which they were submitted.</remarks>
internal sealed class OperationRunner : IDisposable
{
    public const int DefaultLimit = 16;

    public const int MaxLimit = 256;

    private readonly CancellationTokenSource _cancellation = new();
    private readonly SemaphoreSlim _places;
    private readonly SemaphoreSlim _ended = new(0);
    private readonly ConcurrentQueue<EndedRequest> _results = new();
    private int _uncompleted;

    /// <summary>Creates a runner; sends nothing.</summary>
    /// <param name="limit">The maximum number of requests in flight.</param>
    public OperationRunner(int limit)
    {
        _places = new SemaphoreSlim(limit);
    }

    /// <summary>Begins a request once there is a place for it; completes what has ended by then.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="complete">Completes it, on the pipeline thread.</param>
    public async Task SubmitAsync<T>(Func<CancellationToken, Task<T>> send, Action<Task<T>> complete, CancellationToken cancellationToken)
    {
        // Each request that ends queues its result before it frees its place.
        await _places.WaitAsync(cancellationToken);
        var isBegun = false;
        try
        {
            CompleteEnded();
            cancellationToken.ThrowIfCancellationRequested();
            _uncompleted++;
            _ = Begin(send).ContinueWith(
                ended =>
                {
                    _results.Enqueue(new EndedRequest(() => complete(ended), () => _ = ended.Exception));
                    _ended.Release();
                    _places.Release();
                },
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
            isBegun = true;
        }
        finally
        {
            if (!isBegun) _places.Release();
        }
    }

    /// <summary>Sends a request once there is a place for it, for a caller that awaits its result.</summary>
    /// <param name="send">Sends it.</param>
    public async Task<T> SendAsync<T>(Func<CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await Begin(send);
        }
        finally
        {
            _places.Release();
        }
    }

    public Task DrainAsync(CancellationToken cancellationToken) => DrainAsync(static complete => complete(), cancellationToken);

    public async Task DrainAsync(Action<Action> run, CancellationToken cancellationToken)
    {
        while (_uncompleted > 0)
        {
            await _ended.WaitAsync(cancellationToken);
            run(TakeEnded().Complete);
        }
    }

    public void Dispose()
    {
        _cancellation.Cancel();
        while (_results.TryDequeue(out var result)) result.Observe();
    }

    private Task<T> Begin<T>(Func<CancellationToken, Task<T>> send)
    {
        var token = _cancellation.Token;
        return Task.Run(() => send(token), token);
    }

    private void CompleteEnded()
    {
        while (_ended.Wait(0)) TakeEnded().Complete();
    }

    private EndedRequest TakeEnded()
    {
        _results.TryDequeue(out var request);
        _uncompleted--;
        return request;
    }

    private readonly record struct EndedRequest(Action Complete, Action Observe);
}
