namespace Paperspace.Simulator;

/// <summary>Applies the account's jitter and speed to nominal durations.</summary>
internal sealed class TransitionTiming(
    double speed,
    double jitter,
    TimeSpan staleFor,
    TransitionDurations nominal,
    DeterministicRandom random)
{
    public TransitionDurations Nominal => nominal;

    /// <summary>Gets how long an event stays <c>new</c> and the state unchanged.</summary>
    public TimeSpan StaleFor { get; } = Scale(staleFor, 1 / speed);

    public static TimeSpan Scale(TimeSpan duration, double factor) => TimeSpan.FromTicks((long)(duration.Ticks * factor));

    public TimeSpan Of(TimeSpan duration, long machine, int ordinal) =>
        Scale(duration, (1 + (jitter * ((2 * random.Fraction(RandomPurpose.Jitter, machine, ordinal)) - 1))) / speed);
}
