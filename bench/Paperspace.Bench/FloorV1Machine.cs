namespace Paperspace.Bench;

/// <summary>A machine of the V1 API as the floor reads it.</summary>
internal sealed record FloorV1Machine(
    string Id, string Name, string? State, string? Os, string? MachineType, string? AgentType, int? Cpus, long? Ram, long? StorageTotal,
    long? StorageUsed, IReadOnlyList<FloorV1Accelerator>? Accelerators, string? Region, string? PrivateIp, string? NetworkId, string? PublicIp,
    string? PublicIpType, bool? AutoShutdownEnabled, int? AutoShutdownTimeout, bool? AutoShutdownForce, bool? AutoSnapshotEnabled,
    string? AutoSnapshotFrequency, int? AutoSnapshotSaveCount, bool? UpdatesPending, bool? RestorePointEnabled, string? RestorePointFrequency,
    string? RestorePointSnapshotId, decimal? UsageRate, decimal? StorageRate, DateTimeOffset? DtCreated, DateTimeOffset? DtModified,
    DateTimeOffset? DtDeleted);
