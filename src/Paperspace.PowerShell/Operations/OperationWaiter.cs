namespace Paperspace.PowerShell;

/// <summary>Waits for operations on behalf of many callers: those that join at about the same time share their polls.</summary>
/// <remarks>Used on the pipeline thread.</remarks>
internal sealed class OperationWaiter
{
    /// <summary>No machine is ready sooner, and as many callers join one batch.</summary>
    private static readonly TimeSpan BatchWindow = TimeSpan.FromSeconds(1);

    private readonly IPaperspaceClient _client;
    private readonly MachineWaitOptions _options;
    private Dictionary<MachineWaitCondition, TaskCompletionSource<MachineWaitResult>>? _gathering;

    /// <summary>Creates a waiter; sends nothing.</summary>
    /// <param name="timeout">How long each caller waits.</param>
    public OperationWaiter(IPaperspaceClient client, TimeSpan timeout)
    {
        _client = client;
        _options = new MachineWaitOptions { Timeout = timeout };
    }

    /// <summary>Waits until the operation has ended.</summary>
    /// <exception cref="PaperspaceException">An error that concerns all.</exception>
    public Task<MachineWaitResult> WaitAsync(ResourceOperation operation, CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<MachineWaitResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        var isFirst = _gathering is null;
        _gathering ??= [];
        _gathering.Add(MachineWaitCondition.ForOperation(operation), source);
        if (isFirst) _ = RunAsync(_gathering, cancellationToken);
        return source.Task;
    }

    private async Task RunAsync(
        Dictionary<MachineWaitCondition, TaskCompletionSource<MachineWaitResult>> batch,
        CancellationToken cancellationToken)
    {
        try
        {
            await _client.DelayAsync(BatchWindow, cancellationToken);
            _gathering = null;
            using var waiter = _client.Machines.WaitFor(batch.Keys.ToArray(), _options);
            while (await waiter.NextAsync(cancellationToken) is { } page)
                foreach (var result in page)
                    batch[result.Condition].TrySetResult(result);
        }
        catch (OperationCanceledException)
        {
            foreach (var source in batch.Values) source.TrySetCanceled(cancellationToken);
        }
        catch (Exception failure)
        {
            foreach (var source in batch.Values) source.TrySetException(failure);
        }
    }
}
