namespace Paperspace.Simulator;

/// <summary>Computes the use of a machine within a period.</summary>
internal readonly struct SimulatedUtilization
{
    public SimulatedUtilization(SimulatedMachine machine, DateTimeOffset begins, DateTimeOffset ends, DateTimeOffset now)
    {
        var from = begins > machine.CreatedAt ? begins : machine.CreatedAt;
        var to = ends < now ? ends : now;
        IsBilled = to > from;
        Kept = IsBilled ? to - from : TimeSpan.Zero;
        Running = IsBilled ? machine.Timeline.RunningWithin(from, to) : TimeSpan.Zero;
    }

    /// <summary>Gets whether the machine existed within the period.</summary>
    public bool IsBilled { get; }

    public TimeSpan Running { get; }

    /// <summary>Gets how long the storage existed.</summary>
    public TimeSpan Kept { get; }
}

internal enum SimulatedBillingType
{
    Hourly,
    Monthly,
}
