using System.Collections.Concurrent;

namespace Paperspace.PowerShell;

/// <summary>Hands what other threads have to the pipeline thread, which alone may write. A thread that is too far ahead waits, so that
/// the output of any command takes little memory.</summary>
internal sealed class ActionQueue : IDisposable
{
    private const int Capacity = 64;

    private readonly ConcurrentQueue<Action> _actions = new();
    private readonly SemaphoreSlim _free = new(Capacity);
    private readonly SemaphoreSlim _filled = new(0);

    /// <summary>Adds an action, from any thread.</summary>
    /// <exception cref="OperationCanceledException">Nobody takes actions any more.</exception>
    public void Add(Action action, CancellationToken cancellationToken)
    {
        _free.Wait(cancellationToken);
        _actions.Enqueue(action);
        _filled.Release();
    }

    /// <summary>Runs the next action, once there is one, or nothing if there is none within an interval.</summary>
    public async Task RunNextAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        if (await _filled.WaitAsync(interval, cancellationToken)) Run();
    }

    /// <summary>Runs the actions that there are.</summary>
    public void RunAvailable()
    {
        while (_filled.Wait(0)) Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _free.Dispose();
        _filled.Dispose();
    }

    private void Run()
    {
        _actions.TryDequeue(out var action);
        _free.Release();
        action!();
    }
}
