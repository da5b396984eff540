namespace Paperspace.Testing;

/// <summary>
/// Represents a clock on which waiting costs no time: whenever something pauses, the clock goes on to the end of the pause, and what is due
/// on the way happens on the way. A time limit, which is a timer that cancels, does not move the clock; it strikes when a pause passes it.
/// </summary>
public sealed class SkippingTimeProvider : TimeProvider
{
    /// <summary>For how many turns of the thread pool nothing has begun when the next pause ends, on an ordered clock.</summary>
    private const int QuietTurns = 100;

    private readonly Lock _lock = new();

    /// <summary>One timer fires to its end before the next is due, whichever pause moves the clock.</summary>
    private readonly Lock _firing = new();

    private readonly List<SkippingTimer> _timers = [];
    private readonly List<TimeSpan> _pauses = [];
    private DateTimeOffset _now;
    private long _changes;
    private bool _isStepping;

    /// <summary>Creates a clock that shows some time.</summary>
    public SkippingTimeProvider()
        : this(new DateTimeOffset(2022, 3, 14, 16, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock.</summary>
    /// <param name="now">The time that it shows first.</param>
    public SkippingTimeProvider(DateTimeOffset now)
    {
        Start = _now = now;
    }

    /// <summary>Gets or sets what returns whether something is going on that no pause must overtake. With it, pauses end in the order of
    /// time, each once nothing goes on; without it, each moves the clock at once.</summary>
    public Func<bool>? IsBusy { get; set; }

    /// <summary>Gets the time that it showed first.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Gets how long it has run.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    /// <summary>Gets how many timers are set: none when nothing was left behind.</summary>
    public int TimerCount
    {
        get
        {
            lock (_lock) return _timers.Count;
        }
    }

    /// <summary>Gets how long each pause was, in the order in which they began.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock) return [.. _pauses];
        }
    }

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("This clock has no timer that fires more than once.");
        var timer = new SkippingTimer(this, () => callback(state), isPause: state is not CancellationTokenSource);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and what is due in it happen.</summary>
    /// <param name="time">How much time.</param>
    public void Advance(TimeSpan time)
    {
        var end = GetUtcNow() + time;
        while (FireNext(end))
        {
        }

        lock (_lock) _now = end > _now ? end : _now;
    }

    /// <summary>Goes on, since what was going on has ended.</summary>
    public void Continue()
    {
        lock (_lock)
        {
            if (IsBusy is null || _isStepping || !_timers.Exists(timer => timer.IsPause)) return;
            _isStepping = true;
        }

        Step(0, -1);
    }

    private void Set(SkippingTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _changes++;
            _timers.Remove(timer);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                timer.Due = _now + dueTime;
                _timers.Add(timer);
                if (timer.IsPause) _pauses.Add(dueTime);
            }
        }

        if (IsBusy is not null)
            Continue();
        // As real timers do: on another thread, never within the call that made the timer.
        else if (timer.IsPause && dueTime != Timeout.InfiniteTimeSpan)
            ThreadPool.QueueUserWorkItem(static set => set.SkipTo(), timer, preferLocal: false);
    }

    /// <summary>Ends the next pause once nothing has begun for some turns of the thread pool, in which whoever goes on does so.</summary>
    private void Step(int turns, long changes) => ThreadPool.QueueUserWorkItem(_ =>
    {
        DateTimeOffset? due = null;
        long seen;
        lock (_lock)
        {
            // Time limits are set for no longer than what they limit goes on.
            if (!_timers.Exists(timer => timer.IsPause) || _timers.Exists(timer => !timer.IsPause) || IsBusy!())
            {
                _isStepping = false;
                return;
            }

            seen = _changes;
            if (changes != seen) turns = 0;
            if (turns >= QuietTurns) due = _timers.Min(timer => timer.Due);
        }

        if (due is { } next)
        {
            turns = 0;
            FireNext(next);
        }

        Step(turns + 1, seen);
    });

    private void SkipTo(SkippingTimer timer)
    {
        while (true)
        {
            using var firing = _firing.EnterScope();
            lock (_lock)
            {
                if (!_timers.Contains(timer)) return;
            }

            FireNext(timer.Due);
        }
    }

    private bool FireNext(DateTimeOffset until)
    {
        using var firing = _firing.EnterScope();
        SkippingTimer? next;
        lock (_lock)
        {
            next = _timers.MinBy(timer => timer.Due);
            if (next is null || next.Due > until) return false;
            _timers.Remove(next);
            _now = next.Due > _now ? next.Due : _now;
        }

        next.Fire();
        return true;
    }

    private sealed class SkippingTimer(SkippingTimeProvider clock, Action fire, bool isPause) : ITimer
    {
        public bool IsPause => isPause;

        public DateTimeOffset Due { get; set; }

        public void Fire() => fire();

        public void SkipTo() => clock.SkipTo(this);

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
