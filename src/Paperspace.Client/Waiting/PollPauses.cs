namespace Paperspace.Client.Waiting;

/// <summary>The pauses between polls: short at first, so that a fast transition is seen fast, then up to the longest.</summary>
internal sealed class PollPauses
{
    private const double Growth = 1.5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan DefaultLongest = TimeSpan.FromSeconds(5);

    private readonly TimeSpan _longest;
    private TimeSpan _next;

    /// <summary>Starts with the first pause.</summary>
    /// <param name="longest">The longest pause; null for five seconds.</param>
    public PollPauses(TimeSpan? longest)
    {
        _longest = longest ?? DefaultLongest;
        _next = First < _longest ? First : _longest;
    }

    /// <summary>The next pause: at least what the API asked for, at the most what is left, and in whole milliseconds, as timers go.</summary>
    public TimeSpan Next(TimeSpan? retryAfter, TimeSpan left)
    {
        var pause = retryAfter > _next ? retryAfter.Value : _next;
        var grown = TimeSpan.FromTicks((long)(_next.Ticks * Growth));
        _next = grown < _longest ? grown : _longest;
        if (pause > left) pause = left;
        return pause > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(pause.TotalMilliseconds)) : TimeSpan.Zero;
    }
}
