namespace Paperspace.Simulator;

/// <summary>Holds a saved state of a machine's disk.</summary>
internal sealed class SimulatedSnapshot
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required SimulatedMachine Machine { get; init; }

    public bool IsAutomatic { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the time from which on it can be restored.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Gets or sets when it is, or will be, deleted; null when nobody deleted it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Tells whether it is there: not before it is taken, nor after it or its machine is gone.</summary>
    public bool Exists(DateTimeOffset now) => now >= CreatedAt && !(now >= RemovedAt) && !Machine.IsRemoved(now);
}
