namespace Paperspace.Client.Operations;

/// <summary>Counts the failures of reading one machine, and delays the next attempt at it alone.</summary>
internal sealed class ReadFailures
{
    /// <summary>So many responses in a row that are none of the API's are no passing trouble.</summary>
    private const int MostUnreadable = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _count;
    private int _unreadable;
    private TimeSpan _notBefore;

    /// <summary>Gets why the last attempt failed; null when it did not.</summary>
    public string? Last { get; private set; }

    /// <summary>Gets whether no response came to the last attempt.</summary>
    public bool IsWithoutResponse { get; private set; }

    /// <summary>Returns whether the machine may be read again.</summary>
    /// <param name="now">The time since the wait began.</param>
    public bool IsDue(TimeSpan now) => now >= _notBefore;

    /// <summary>Notes a failure.</summary>
    /// <param name="failure">The failure; null when there was no response in time.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <returns>Whether it may pass; otherwise it is the end of the wait for this machine.</returns>
    public bool Note(PaperspaceException? failure, TimeSpan now)
    {
        IsWithoutResponse = failure is null;
        Last = failure?.Message ?? "no response came before the time limit.";
        var delay = TimeSpan.FromTicks(Math.Min(First.Ticks << Math.Min(_count, 10), Longest.Ticks));
        // What the API asks for is kept as far as it makes sense; an absurd time would only be another word for never.
        if (failure?.RetryAfter is { } asked && asked > delay) delay = asked < MostAsked ? asked : MostAsked;
        _notBefore = now + delay;
        _count++;
        return failure?.Reason switch
        {
            null or PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.ServerError
                or PaperspaceErrorReason.TooManyRequests => true,
            PaperspaceErrorReason.InvalidResponse or PaperspaceErrorReason.NotFound => ++_unreadable < MostUnreadable,
            _ => false,
        };
    }

    /// <summary>Forgets the failures, since an attempt succeeded.</summary>
    public void Clear()
    {
        Last = null;
        IsWithoutResponse = false;
        _count = 0;
        _unreadable = 0;
        _notBefore = TimeSpan.Zero;
    }

    private static TimeSpan MostAsked { get; } = TimeSpan.FromHours(1);
}
