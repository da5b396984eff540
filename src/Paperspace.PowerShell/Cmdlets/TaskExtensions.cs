#if NETSTANDARD
namespace Paperspace.PowerShell;

/// <summary>Provides .NET Standard with what tasks of .NET have.</summary>
internal static class TaskExtensions
{
    /// <summary>Waits for a task, which goes on when the waiting is cancelled.</summary>
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(
            static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true),
            cancelled);
        if (await Task.WhenAny(task, cancelled.Task) != task) cancellationToken.ThrowIfCancellationRequested();
        await task;
    }
}
#endif
