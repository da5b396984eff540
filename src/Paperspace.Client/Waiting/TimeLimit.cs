namespace Paperspace.Client.Waiting;

/// <summary>How long something may take, counted from when this was made.</summary>
internal sealed class TimeLimit
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _most;
    private readonly long _began;

    /// <summary>Begins to count.</summary>
    public TimeLimit(TimeProvider time, TimeSpan most)
    {
        _time = time;
        _most = most;
        _began = time.GetTimestamp();
    }

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => _time.GetElapsedTime(_began);

    /// <summary>What is left; negative once it is over.</summary>
    public TimeSpan Left => _most - Elapsed;

    /// <summary>Whether nothing is left.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;
}
