namespace Paperspace.Simulator.V1;

/// <summary>Reads the settings that a create and an update have in common.</summary>
internal sealed class MachineSettings
{
    private const int LongestShutdownTimeout = 168;
    private const int MostSnapshots = 10;
    private const int DefaultShutdownTimeout = 8;

    public MachineSettings(V1Input body)
    {
        PublicIpType = body.OneOf("publicIpType", V1Spellings.PublicIpTypes) is { } type ? V1Spellings.ParsePublicIpType(type) : null;
        ShutdownEnabled = body.Flag("autoShutdownEnabled");
        ShutdownTimeout = body.Number("autoShutdownTimeout", 1, LongestShutdownTimeout);
        ShutdownForce = body.Flag("autoShutdownForce");
        SnapshotsEnabled = body.Flag("autoSnapshotEnabled");
        SnapshotFrequency = body.OneOf("autoSnapshotFrequency", V1Spellings.SnapshotFrequencies) is { } frequency
            ? V1Spellings.ParseSnapshotFrequency(frequency)
            : null;
        SnapshotCount = body.Number("autoSnapshotSaveCount", 1, MostSnapshots);
        RestorePointEnabled = body.Flag("restorePointEnabled");
        RestorePointFrequency = body.OneOf("restorePointFrequency", V1Spellings.RestorePointFrequencies) is null
            ? null
            : Simulator.RestorePointFrequency.Shutdown;
    }

    public SimulatedPublicIpType? PublicIpType { get; }

    public bool? ShutdownEnabled { get; }

    public int? ShutdownTimeout { get; }

    public bool? ShutdownForce { get; }

    public bool? SnapshotsEnabled { get; }

    public SnapshotFrequency? SnapshotFrequency { get; }

    public int? SnapshotCount { get; }

    public bool? RestorePointEnabled { get; }

    public RestorePointFrequency? RestorePointFrequency { get; }

    /// <summary>Returns the change of a machine's settings.</summary>
    public MachineUpdate ToUpdate(SimulatedMachine machine, SimulatorV1Options options)
    {
        var isFixed = options.IgnoresAutoShutdownChanges && machine.ShutdownTimeoutInHours is not null && ShutdownEnabled != false;
        var isEnabled = ShutdownEnabled ?? machine.ShutdownTimeoutInHours is not null;
        var timeout = (isFixed ? null : ShutdownTimeout) ?? machine.ShutdownTimeoutInHours ?? DefaultShutdownTimeout;
        var snapshots = SnapshotsEnabled ?? machine.AutoSnapshotEnabled;
        return new MachineUpdate
        {
            ShutdownTimeoutInHours = isEnabled ? timeout : null,
            ShutdownTimeoutForces = (isFixed ? null : ShutdownForce) ?? machine.ShutdownTimeoutForces,
            AutoSnapshotEnabled = snapshots,
            AutoSnapshotFrequency = snapshots ? SnapshotFrequency ?? machine.AutoSnapshotFrequency : null,
            AutoSnapshotSaveCount = snapshots ? SnapshotCount ?? machine.AutoSnapshotSaveCount : null,
            RestorePointEnabled = RestorePointEnabled ?? machine.RestorePointEnabled,
            RestorePointFrequency = RestorePointFrequency ?? machine.RestorePointFrequency,
            PublicIpType = PublicIpType ?? machine.PublicIpType,
        };
    }
}
