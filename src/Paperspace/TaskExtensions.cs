namespace Paperspace;

internal static class TaskExtensions
{
    /// <summary>Observes the exception of a task that is not awaited.</summary>
    public static void Forget(this Task task) => _ = task.ContinueWith(
        static failed => _ = failed.Exception,
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);

#if NETSTANDARD
    /// <summary>Awaits a task. If the wait is cancelled, the task continues.</summary>
    public static async Task WaitAsync(this Task task, CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(
            static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true),
            cancelled);
        if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task) cancellationToken.ThrowIfCancellationRequested();
        await task.ConfigureAwait(false);
    }
#endif
}
