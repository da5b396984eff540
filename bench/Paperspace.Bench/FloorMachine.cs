namespace Paperspace.Bench;

/// <summary>A machine as the floor reads it.</summary>
internal sealed record FloorMachine(
    string Id, string Name, string? Os, long? Ram, int? Cpus, string? Gpu, long? StorageTotal, long? StorageUsed,
    string? MachineType, string? UsageRate, int? ShutdownTimeoutInHours, bool? ShutdownTimeoutForces,
    bool? PerformAutoSnapshot, string? AutoSnapshotFrequency, int? AutoSnapshotSaveCount, bool? DynamicPublicIp,
    string? AgentType, DateTimeOffset? DtCreated, string? State, bool? UpdatesPending, string? NetworkId,
    string? PrivateIpAddress, string? PublicIpAddress, string? Region, string? ScriptId, DateTimeOffset? DtLastRun,
    string? RestorePointSnapshotId, string? RestorePointFrequency, long? InternalId);
