namespace Paperspace.Testing;

/// <summary>
/// Represents the clock of the system, but for time limits, which are timers that cancel: they never strike, since on a busy machine
/// anything may take long.
/// </summary>
public sealed class PatientTimeProvider : TimeProvider
{
    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, state is CancellationTokenSource ? Timeout.InfiniteTimeSpan : dueTime, period);
}
