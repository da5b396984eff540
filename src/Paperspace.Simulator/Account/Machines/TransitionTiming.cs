namespace Paperspace.Simulator;

/// <summary>Turns nominal durations into those of this account: jittered, and scaled by its speed.</summary>
internal sealed class TransitionTiming(
    double speed,
    double jitter,
    TimeSpan staleFor,
    TransitionDurations nominal,
    DeterministicRandom random)
{
    public TransitionDurations Nominal => nominal;

    /// <summary>Gets how long an event stays <c>new</c> and the state the old one.</summary>
    public TimeSpan StaleFor { get; } = Scale(staleFor, 1 / speed);

    /// <summary>Returns how long one event of a machine takes.</summary>
    public TimeSpan Of(TimeSpan duration, long machine, int ordinal) =>
        Scale(duration, (1 + (jitter * ((2 * random.Fraction(RandomPurpose.Jitter, machine, ordinal)) - 1))) / speed);

    private static TimeSpan Scale(TimeSpan duration, double factor) => TimeSpan.FromTicks((long)(duration.Ticks * factor));
}
