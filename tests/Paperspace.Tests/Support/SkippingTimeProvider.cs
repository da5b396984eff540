namespace Paperspace.Tests.Support;

/// <summary>A clock that stands still, except that whoever waits for a short while gets it over at once: the clock then jumps to the
/// time that was waited for.</summary>
/// <remarks>
/// So delays, pauses and back-off cost no real time, and still add up on the clock. A timer that cancels, or for longer than a minute, is a
/// time limit and not a pause: it fires only when the clock passes it.
/// </remarks>
internal sealed class SkippingTimeProvider : TimeProvider
{
    private const int QuietTurns = 100;

    private readonly Lock _lock = new();
    private readonly List<SkippedTimer> _timeLimits = [];
    private readonly List<TimeSpan> _pauses = [];
    private readonly List<SkippedTimer> _waiting = [];
    private DateTimeOffset _now;
    private long _changes;
    private bool _isStepping;

    public SkippingTimeProvider()
        : this(new DateTimeOffset(2022, 3, 14, 16, 0, 0, TimeSpan.Zero))
    {
    }

    public SkippingTimeProvider(DateTimeOffset now)
    {
        _now = now;
    }

    /// <summary>The longest time that is skipped; anything longer is a time limit.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Returns whether something is going on that no pause must overtake. With it, pauses that several wait for at once end in the
    /// order of time, each once nothing goes on; without it, each ends at once.</summary>
    public Func<bool>? IsBusy { get; set; }

    /// <summary>How long each pause was, in the order in which they began.</summary>
    public IReadOnlyList<TimeSpan> Pauses
    {
        get
        {
            lock (_lock) return [.. _pauses];
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Lets time pass, and time limits with it.</summary>
    public void Advance(TimeSpan time)
    {
        lock (_lock) MoveTo(_now + time);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (period != Timeout.InfiniteTimeSpan) throw new NotSupportedException("This clock has no timer that fires more than once.");
        var timer = new SkippedTimer(this, callback, state) { IsTimeLimit = state is CancellationTokenSource };
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Goes on, since what was going on has ended.</summary>
    public void Continue()
    {
        lock (_lock)
        {
            if (_isStepping || _waiting.Count == 0) return;
            _isStepping = true;
            Step(0, _changes);
        }
    }

    private void Start(SkippedTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _changes++;
            _timeLimits.Remove(timer);
            _waiting.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.Due = _now + dueTime;
            if (IsBusy is null || timer.IsTimeLimit) _timeLimits.Add(timer);
            else _waiting.Add(timer);
            if (timer.IsTimeLimit || dueTime > LongestPause) return;
            _pauses.Add(dueTime);
            if (IsBusy is null) MoveTo(timer.Due);
        }

        Continue();
    }

    /// <summary>Ends the next pause once nothing has begun for some turns of the thread pool, in which whoever goes on does so.</summary>
    private void Step(int turns, long changes) => ThreadPool.QueueUserWorkItem(_ =>
    {
        lock (_lock)
        {
            // Time limits are set for no longer than what they limit goes on.
            if (_waiting.Count == 0 || _timeLimits.Count > 0 || IsBusy!())
            {
                _isStepping = false;
                return;
            }

            if (changes != _changes) turns = 0;
            if (turns >= QuietTurns && _waiting.MinBy(timer => timer.Due) is { } next)
            {
                turns = 0;
                _waiting.Remove(next);
                MoveTo(next.Due);
                next.Fire();
            }

            Step(turns + 1, _changes);
        }
    });

    private void Stop(SkippedTimer timer)
    {
        lock (_lock)
        {
            _timeLimits.Remove(timer);
            _waiting.Remove(timer);
        }

        Continue();
    }

    private void MoveTo(DateTimeOffset time)
    {
        if (time > _now) _now = time;
        foreach (var due in _timeLimits.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due).ToArray())
        {
            _timeLimits.Remove(due);
            due.Fire();
        }
    }

    private sealed class SkippedTimer(SkippingTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public bool IsTimeLimit { get; init; }

        public DateTimeOffset Due { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Start(this, dueTime);
            return true;
        }

        /// <summary>As real timers do: on another thread, never within the call that made the timer.</summary>
        public void Fire() => ThreadPool.QueueUserWorkItem(static timer => timer.Call(), this, preferLocal: false);

        public void Dispose() => clock.Stop(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Call() => callback(state);
    }
}
