#if !NETSTANDARD
namespace Paperspace.Client;

/// <summary>Provides .NET with the names that the TimeProvider package has for .NET Standard.</summary>
internal static class ClockExtensions
{
    /// <summary>Creates a source that is cancelled after the delay.</summary>
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider time, TimeSpan delay) => new(delay, time);

    /// <summary>Creates a task that ends after the delay.</summary>
    public static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);
}
#endif
