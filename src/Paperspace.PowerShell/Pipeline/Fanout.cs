using System.Collections.Concurrent;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Keeps several requests in flight while their results are handled one by one on the pipeline thread.</summary>
/// <remarks>Results come in the order in which requests end; with a limit of one, in the order in which they were added.</remarks>
internal sealed class Fanout : IDisposable
{
    private readonly int _limit;
    private readonly CancellationTokenSource _cancellation = new();
    private readonly SemaphoreSlim _ended = new(0);
    private readonly ConcurrentQueue<Request> _results = new();
    private int _inFlight;

    /// <summary>Keeps at most so many in flight.</summary>
    public Fanout(int limit)
    {
        _limit = limit;
    }

    /// <summary>Handles the results there are, waits for a free place, and begins a request.</summary>
    /// <param name="send">The request; it runs off the pipeline thread.</param>
    /// <param name="handle">Handles its end on the pipeline thread. What it throws ends the whole.</param>
    /// <param name="settle">Tells of its end instead, when an error has ended the whole meanwhile.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task AddAsync<T>(
        Func<CancellationToken, Task<T>> send, Action<Task<T>> handle, Action<Task<T>> settle, CancellationToken cancellationToken)
    {
        while (_inFlight >= _limit || !_results.IsEmpty) await HandleNextAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _inFlight++;
        var token = _cancellation.Token;
        var task = Task.Run(() => send(token), token);
        _ = task.ContinueWith(
            ended =>
            {
                _results.Enqueue(new Request(() => handle((Task<T>)ended), () => settle((Task<T>)ended), () => _ = ended.Exception));
                _ended.Release();
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>Handles the results until nothing is in flight.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (_inFlight > 0) await HandleNextAsync(cancellationToken);
    }

    /// <summary>Cancels what is in flight.</summary>
    public void Dispose()
    {
        _cancellation.Cancel();
        while (_results.TryDequeue(out var result)) result.Forget();
    }

    private async Task HandleNextAsync(CancellationToken cancellationToken)
    {
        var request = await NextEndedAsync(cancellationToken);
        try
        {
            request.Handle();
        }
        catch (ActionPreferenceStopException)
        {
            // No more are begun; but what was sent may have been carried out, and that must not go untold.
            while (_inFlight > 0) (await NextEndedAsync(cancellationToken)).Settle();
            throw;
        }
    }

    private async Task<Request> NextEndedAsync(CancellationToken cancellationToken)
    {
        await _ended.WaitAsync(cancellationToken);
        _results.TryDequeue(out var request);
        _inFlight--;
        return request;
    }

    private readonly record struct Request(Action Handle, Action Settle, Action Forget);
}
