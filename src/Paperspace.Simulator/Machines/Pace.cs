namespace Paperspace.Simulator;

/// <summary>Turns nominal durations into those of this account: jittered, and scaled by its speed.</summary>
internal sealed class Pace(double speed, double jitter, TimeSpan staleFor, TransitionDurations nominal, Chance chance)
{
    public TransitionDurations Nominal => nominal;

    public TimeSpan StaleFor { get; } = Scale(staleFor, 1 / speed);

    public TimeSpan Of(TimeSpan duration, long machine, int ordinal) =>
        Scale(duration, (1 + (jitter * ((2 * chance.Fraction(ChanceOf.Jitter, machine, ordinal)) - 1))) / speed);

    private static TimeSpan Scale(TimeSpan duration, double factor) => TimeSpan.FromTicks((long)(duration.Ticks * factor));
}
