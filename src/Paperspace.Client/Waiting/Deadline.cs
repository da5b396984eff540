namespace Paperspace.Client.Waiting;

/// <summary>Measures time on a clock, against a limit.</summary>
internal sealed class Deadline
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly long _began;

    /// <summary>Begins to measure.</summary>
    public Deadline(TimeProvider time, TimeSpan limit)
    {
        _time = time;
        _limit = limit;
        _began = time.GetTimestamp();
    }

    /// <summary>Gets the time since the beginning.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>Gets the time that is left; negative once it is over.</summary>
    public TimeSpan Left => _limit - Elapsed;

    /// <summary>Gets whether nothing is left.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;
}
