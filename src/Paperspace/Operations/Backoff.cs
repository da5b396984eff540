namespace Paperspace;

/// <summary>Grows the pauses between attempts by a factor, up to a maximum.</summary>
/// <param name="First">The pause after the first attempt.</param>
/// <param name="Factor">What each pause is multiplied by.</param>
/// <param name="Max">The longest pause.</param>
/// <param name="Jitter">The random part of a pause, from 0 to 1; clients that failed together must not retry together.</param>
internal readonly record struct Backoff(TimeSpan First, double Factor, TimeSpan Max, double Jitter = 0)
{
    /// <summary>Returns the pause after an attempt, in whole milliseconds, as timers count.</summary>
    /// <param name="attempt">The number of the attempt, from 0.</param>
    public TimeSpan GetDelay(int attempt)
    {
        var capped = Math.Min(First.TotalMilliseconds * Math.Pow(Factor, attempt), Max.TotalMilliseconds);
        // A generator for each call needs neither a lock nor shared state; a pause is rare.
        var random = Jitter > 0 ? new Random(Guid.NewGuid().GetHashCode()).NextDouble() : 0;
        return TimeSpan.FromMilliseconds(Math.Ceiling(capped * (1 - (Jitter * random))));
    }
}
