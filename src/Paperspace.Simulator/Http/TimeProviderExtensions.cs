namespace Paperspace.Simulator;

internal static class TimeProviderExtensions
{
    /// <summary>Waits on a clock, the one call that the two target frameworks spell differently.</summary>
    public static Task Wait(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
#if NET
        Task.Delay(delay, time, cancellationToken);
#else
        time.Delay(delay, cancellationToken);
#endif
}
