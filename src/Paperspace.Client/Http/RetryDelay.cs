namespace Paperspace.Client.Http;

/// <summary>Computes the delay before a request is tried again: capped exponential back-off with jitter, or what the API asked for where
/// that is longer.</summary>
internal sealed class RetryDelay
{
    private const double Jitter = 0.5;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly Random _random = new();

    /// <summary>Returns the delay.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 0.</param>
    /// <param name="retryAfter">What the API asked for; null for nothing.</param>
    public TimeSpan After(int attempt, TimeSpan? retryAfter)
    {
        var capped = Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 30)), Longest.TotalMilliseconds);
        double random;
        lock (_random) random = _random.NextDouble();
        var backoff = TimeSpan.FromMilliseconds(Math.Ceiling(capped * (1 - (Jitter * random))));
        return retryAfter > backoff ? retryAfter.Value : backoff;
    }
}
