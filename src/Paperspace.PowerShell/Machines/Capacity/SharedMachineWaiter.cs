namespace Paperspace.PowerShell;

/// <summary>Waits for machines on behalf of many callers: those that begin at about the same time share their polls.</summary>
/// <remarks>Used on the pipeline thread alone.</remarks>
internal sealed class SharedMachineWaiter
{
    /// <summary>No machine is ready sooner, and so many callers come together.</summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(1);

    private readonly IPaperspaceClient _client;
    private readonly MachineWaitOptions _options;
    private Dictionary<Operation, TaskCompletionSource<Operation>>? _gathered;

    /// <summary>Creates a waiter; sends nothing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="options">How long each caller waits.</param>
    public SharedMachineWaiter(IPaperspaceClient client, MachineWaitOptions options)
    {
        _client = client;
        _options = options;
    }

    /// <summary>Waits until the condition is met or has failed.</summary>
    /// <exception cref="PaperspaceException">An error that concerns all.</exception>
    public Task<Operation> WaitAsync(Operation condition, CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<Operation>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_gathered is null)
        {
            _gathered = [];
            _ = RunAsync(_gathered, cancellationToken);
        }

        _gathered.Add(condition, source);
        return source.Task;
    }

    private async Task RunAsync(
        Dictionary<Operation, TaskCompletionSource<Operation>> waiting,
        CancellationToken cancellationToken)
    {
        try
        {
            await _client.DelayAsync(Gathering, cancellationToken);
            _gathered = null;
            using var waiter = _client.Machines.WaitFor(waiting.Keys.ToArray(), _options);
            while (await waiter.NextAsync(cancellationToken) is { } page)
                foreach (var result in page)
                    waiting[result].TrySetResult(result);
        }
        catch (OperationCanceledException)
        {
            foreach (var source in waiting.Values) source.TrySetCanceled(cancellationToken);
        }
        catch (Exception failure)
        {
            foreach (var source in waiting.Values) source.TrySetException(failure);
        }
    }
}
