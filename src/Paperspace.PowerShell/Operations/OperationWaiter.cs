namespace Paperspace.PowerShell;

/// <summary>Waits for operations on behalf of many callers, which share their polls and may join at any time.</summary>
/// <remarks>Used on the pipeline thread.</remarks>
internal sealed class OperationWaiter
{
    /// <summary>No machine is ready sooner, and as many callers share the first poll.</summary>
    private static readonly TimeSpan BatchWindow = TimeSpan.FromSeconds(1);

    private readonly IPaperspaceClient _client;
    private readonly MachineWaitOptions _options;
    private readonly Dictionary<Operation, (TaskCompletionSource<Operation> Source, TimeSpan? Timeout)> _callers = [];
    private bool _isRunning;
    private IMachineWaiter? _waiter;

    /// <summary>Creates a waiter; sends nothing.</summary>
    /// <param name="timeout">How long each caller waits.</param>
    public OperationWaiter(IPaperspaceClient client, TimeSpan timeout)
    {
        _client = client;
        _options = new MachineWaitOptions { Timeout = timeout };
    }

    /// <summary>Waits until the operation has ended.</summary>
    /// <exception cref="PaperspaceException">An error that concerns all.</exception>
    public Task<Operation> WaitAsync(Operation operation, CancellationToken cancellationToken) =>
        WaitAsync(operation, null, cancellationToken);

    /// <summary>Waits until the operation has ended.</summary>
    /// <param name="timeout">How long this caller waits; null for as long as the others.</param>
    /// <exception cref="PaperspaceException">An error that concerns all.</exception>
    public Task<Operation> WaitAsync(Operation operation, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<Operation>(TaskCreationOptions.RunContinuationsAsynchronously);
        _callers.Add(operation, (source, timeout));
        _waiter?.Add(operation, timeout);
        if (!_isRunning) RunAsync(cancellationToken).Forget();
        return source.Task;
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        _isRunning = true;
        try
        {
            await _client.DelayAsync(BatchWindow, cancellationToken);
            // A caller may join after the waiter has ended, before this method goes on.
            while (_callers.Count > 0) await WaitForCallersAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            foreach (var source in TakeCallers()) source.TrySetCanceled(cancellationToken);
        }
        catch (Exception failure)
        {
            foreach (var source in TakeCallers()) source.TrySetException(failure);
        }
        finally
        {
            _waiter = null;
            _isRunning = false;
        }
    }

    private async Task WaitForCallersAsync(CancellationToken cancellationToken)
    {
        using var waiter = _waiter = _client.Machines.WaitFor([], _options);
        foreach (var caller in _callers) waiter.Add(caller.Key, caller.Value.Timeout);
        while (await waiter.NextAsync(cancellationToken) is { } page)
            foreach (var operation in page)
                if (_callers.TryGetValue(operation, out var caller))
                {
                    _callers.Remove(operation);
                    caller.Source.TrySetResult(operation);
                }
    }

    private TaskCompletionSource<Operation>[] TakeCallers()
    {
        var callers = _callers.Values.Select(caller => caller.Source).ToArray();
        _callers.Clear();
        return callers;
    }
}
