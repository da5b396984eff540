namespace Paperspace.Client.Waiting;

/// <summary>Computes the delays between polls: short at first, so that a fast transition is seen fast, then up to the longest.</summary>
internal sealed class PollDelay
{
    private const double Growth = 1.5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DefaultLongest = TimeSpan.FromSeconds(5);

    /// <summary>Nobody is served by polling more often, and the API's limits would end it.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    /// <summary>A timer takes no more than some weeks.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(1);

    private readonly TimeSpan _longest;
    private TimeSpan _next;

    /// <summary>Starts with the first delay.</summary>
    /// <param name="longest">The longest delay; null for five seconds.</param>
    public PollDelay(TimeSpan? longest)
    {
        _longest = longest is { } asked ? Max(asked, Shortest) : DefaultLongest;
        _next = Min(First, _longest);
    }

    /// <summary>Returns the next delay: at least what the API asked for, at the most what is left, and in whole milliseconds, as timers
    /// go.</summary>
    public TimeSpan Next(TimeSpan? retryAfter, TimeSpan left)
    {
        var delay = Min(Min(Max(retryAfter ?? TimeSpan.Zero, _next), left), LongestTimer);
        _next = Min(TimeSpan.FromTicks((long)(_next.Ticks * Growth)), _longest);
        return delay > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)) : TimeSpan.Zero;
    }

    private static TimeSpan Min(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private static TimeSpan Max(TimeSpan first, TimeSpan second) => first > second ? first : second;
}
