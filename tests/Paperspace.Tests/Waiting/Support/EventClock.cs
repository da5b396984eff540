namespace Paperspace.Tests.Waiting.Support;

/// <summary>
/// A virtual clock on which waiting costs no time: whenever something pauses, the clock goes on to the end of the pause, and what is due
/// on the way happens on the way. A time limit does not move the clock; it strikes when a pause passes it.
/// </summary>
internal sealed class VirtualClock : TimeProvider
{
    private readonly Lock _gate = new();

    /// <summary>One alarm rings to its end before the next is due, whichever pause moves the clock.</summary>
    private readonly Lock _ringing = new();

    private readonly List<Alarm> _alarms = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Start { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>How many timers are set: none when nothing is left behind.</summary>
    public int Alarms
    {
        get
        {
            lock (_gate)
                return _alarms.Count;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state), isPause: state is not CancellationTokenSource);
        alarm.Change(dueTime, period);
        return alarm;
    }

    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (Strike(end))
        {
        }

        lock (_gate)
            _now = end > _now ? end : _now;
    }

    private bool Strike(DateTimeOffset until)
    {
        using var _ = _ringing.EnterScope();
        Alarm? next;
        lock (_gate)
        {
            next = _alarms.MinBy(alarm => alarm.Due);
            if (next is null || next.Due > until)
                return false;
            _alarms.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
        }

        next.Ring();
        return true;
    }

    private void Set(Alarm alarm, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _alarms.Remove(alarm);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return;
            alarm.Due = _now + dueTime;
            _alarms.Add(alarm);
        }

        if (alarm.IsPause)
            ThreadPool.QueueUserWorkItem(_ => RunTo(alarm));
    }

    private void RunTo(Alarm alarm)
    {
        while (StrikeIfSet(alarm))
        {
        }
    }

    private bool StrikeIfSet(Alarm alarm)
    {
        using var _ = _ringing.EnterScope();
        lock (_gate)
        {
            if (!_alarms.Contains(alarm))
                return false;
        }

        return Strike(alarm.Due);
    }

    private sealed class Alarm(VirtualClock clock, Action ring, bool isPause) : ITimer
    {
        public bool IsPause => isPause;

        public DateTimeOffset Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
