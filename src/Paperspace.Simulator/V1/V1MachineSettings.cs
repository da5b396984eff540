namespace Paperspace.Simulator;

/// <summary>Reads the settings that a create and an update have in common.</summary>
internal sealed class V1MachineSettings(V1Input body)
{
    private const int MaxShutdownTimeout = 168;
    private const int MaxSnapshots = 10;
    private const int DefaultShutdownTimeout = 8;

    private readonly bool? _shutdownEnabled = body.Boolean("autoShutdownEnabled");
    private readonly int? _shutdownTimeout = body.Number("autoShutdownTimeout", 1, MaxShutdownTimeout);
    private readonly bool? _shutdownForce = body.Boolean("autoShutdownForce");
    private readonly bool? _snapshotsEnabled = body.Boolean("autoSnapshotEnabled");
    private readonly SnapshotFrequency? _snapshotFrequency = body.OneOf("autoSnapshotFrequency", V1Spellings.SnapshotFrequency);
    private readonly int? _snapshotCount = body.Number("autoSnapshotSaveCount", 1, MaxSnapshots);

    public SimulatedPublicIpType? PublicIpType { get; } = body.OneOf("publicIpType", V1Spellings.PublicIpType);

    public bool? RestorePointEnabled { get; } = body.Boolean("restorePointEnabled");

    public RestorePointFrequency? RestorePointFrequency { get; } =
        body.OneOf("restorePointFrequency", V1Spellings.RestorePointFrequency);

    public void Apply(SimulatedMachine machine, V1Request request)
    {
        var isShutdownEnabled = machine.ShutdownTimeoutInHours is not null;
        if (!request.Options.IgnoresAutoShutdownChanges || !isShutdownEnabled || _shutdownEnabled == false)
        {
            var timeout = _shutdownTimeout ?? machine.ShutdownTimeoutInHours ?? DefaultShutdownTimeout;
            machine.ShutdownTimeoutInHours = _shutdownEnabled ?? isShutdownEnabled ? timeout : null;
            machine.ShutdownTimeoutForces = _shutdownForce ?? machine.ShutdownTimeoutForces;
        }

        machine.AutoSnapshotEnabled = _snapshotsEnabled ?? machine.AutoSnapshotEnabled;
        machine.AutoSnapshotFrequency = machine.AutoSnapshotEnabled ? _snapshotFrequency ?? machine.AutoSnapshotFrequency : null;
        machine.AutoSnapshotSaveCount = machine.AutoSnapshotEnabled ? _snapshotCount ?? machine.AutoSnapshotSaveCount : null;
        machine.RestorePointEnabled = RestorePointEnabled ?? machine.RestorePointEnabled;
        machine.RestorePointFrequency = RestorePointFrequency ?? machine.RestorePointFrequency;
        request.Account.Actions.SetPublicIp(machine, PublicIpType ?? machine.PublicIpType, request.Now);
        machine.ModifiedAt = request.Now;
    }
}
