using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Paperspace.Testing;

/// <summary>Waits, within a bound, for what another thread or process does.</summary>
public static class Eventually
{
    /// <summary>The bound of a wait that states none: long, since the machine may be busy with other things.</summary>
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="timeout">The bound of the wait; <see cref="DefaultTimeout"/> if none is given.</param>
    /// <param name="description">The condition's text, for the error.</param>
    /// <exception cref="TimeoutException">The condition did not hold within the bound.</exception>
    public static async Task IsTrueAsync(
        Func<bool> condition, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(condition))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(condition);
        var limit = timeout ?? DefaultTimeout;
        var clock = Stopwatch.StartNew();
        while (!condition())
        {
            if (clock.Elapsed > limit) throw new TimeoutException($"'{description}' did not become true within {limit}.");
            await Task.Delay(PollInterval).ConfigureAwait(false);
        }
    }

    /// <summary>Waits until a task ends.</summary>
    /// <param name="task">The task.</param>
    /// <param name="timeout">The bound of the wait; <see cref="DefaultTimeout"/> if none is given.</param>
    /// <param name="description">The task's text, for the error.</param>
    /// <exception cref="TimeoutException">The task did not end within the bound.</exception>
    public static Task EndsAsync(Task task, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(task))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(task);
        return EndsAsync(AwaitAsync(task), timeout, description);
    }

    /// <summary>Waits until a task ends, and gives its result.</summary>
    /// <param name="task">The task.</param>
    /// <param name="timeout">The bound of the wait; <see cref="DefaultTimeout"/> if none is given.</param>
    /// <param name="description">The task's text, for the error.</param>
    /// <exception cref="TimeoutException">The task did not end within the bound.</exception>
    public static async Task<T> EndsAsync<T>(
        Task<T> task, TimeSpan? timeout = null, [CallerArgumentExpression(nameof(task))] string description = "")
    {
        ArgumentNullException.ThrowIfNull(task);
        var limit = timeout ?? DefaultTimeout;
        try
        {
            return await task.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{description}' did not end within {limit}.");
        }
    }

    private static async Task<bool> AwaitAsync(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
