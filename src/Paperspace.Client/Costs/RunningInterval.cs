namespace Paperspace.Client;

/// <summary>Holds a time in which a machine ran.</summary>
/// <param name="Start">When it came to run.</param>
/// <param name="End">When it was off, or the time at which it still ran.</param>
internal readonly record struct RunningInterval(DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>Returns how much of it is within a period.</summary>
    public TimeSpan Within(DateTimeOffset start, DateTimeOffset end)
    {
        var from = Start > start ? Start : start;
        var to = End < end ? End : end;
        return to > from ? to - from : TimeSpan.Zero;
    }
}
