namespace Paperspace.Simulator;

/// <summary>Says what is to change about a machine; what is not set stays.</summary>
internal sealed record MachineUpdate
{
    public Optional<string> Name { get; init; }

    /// <summary>Gets or sets the hours after which it is shut down; null is never.</summary>
    public Optional<int?> ShutdownTimeoutInHours { get; init; }

    public Optional<bool> ShutdownTimeoutForces { get; init; }

    public Optional<bool> AutoSnapshotEnabled { get; init; }

    public Optional<SnapshotFrequency?> AutoSnapshotFrequency { get; init; }

    public Optional<int?> AutoSnapshotSaveCount { get; init; }

    public Optional<bool> RestorePointEnabled { get; init; }

    public Optional<RestorePointFrequency?> RestorePointFrequency { get; init; }

    public Optional<SimulatedSnapshot?> RestorePoint { get; init; }

    public Optional<SimulatedNetwork> Network { get; init; }

    public Optional<SimulatedPublicIpType> PublicIpType { get; init; }
}
