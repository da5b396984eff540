#if !NETSTANDARD
namespace Paperspace.Client;

/// <summary>Gives <see cref="TimeProvider"/> the same methods that its package has on .NET Standard.</summary>
internal static class ClockExtensions
{
    public static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider time, TimeSpan delay) => new(delay, time);

    public static Task Delay(this TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, time, cancellationToken);
}
#endif
