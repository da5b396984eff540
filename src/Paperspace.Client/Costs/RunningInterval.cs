namespace Paperspace.Client;

/// <summary>Represents a period in which a machine ran.</summary>
/// <param name="Start">When it started running.</param>
/// <param name="End">When it stopped, or when it was last known to run.</param>
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
