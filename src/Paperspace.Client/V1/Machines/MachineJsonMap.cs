using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Machines;

/// <summary>Maps the JSON of a machine.</summary>
internal static class MachineJsonMap
{
    private static readonly JsonMap<MachineAccelerator> Accelerator = new JsonMap<MachineAccelerator>(
        (it, others) => it.AdditionalData = others)
        .SharedText("name", (it, value) => it.Name = value)
        .Int64("memory", (it, value) => it.Memory = value)
        .Int32("count", (it, value) => it.Count = value);

    private static readonly JsonMap<MachineReservation> Reservation = new JsonMap<MachineReservation>(
        (it, others) => it.AdditionalData = others)
        .SharedText("name", (it, value) => it.Name = value)
        .SharedText("id", (it, value) => it.Id = value ?? "")
        .Time("dtStarted", (it, value) => it.DtStarted = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .Boolean("isActive", (it, value) => it.IsActive = value);

    /// <summary>Gets the map, in the order in which the API writes the fields.</summary>
    public static JsonMap<MachineJson> Map { get; } = new JsonMap<MachineJson>((it, others) => it.Machine.AdditionalData = others)
        .Text("id", (it, value) => it.Machine.Id = value ?? "")
        .Text("name", (it, value) => it.Machine.Name = value)
        .SharedText("state", (it, value) => it.Machine.State = value)
        .SharedText("os", (it, value) => it.Machine.Os = value)
        .SharedText("machineType", (it, value) => it.Machine.MachineType = value)
        .SharedText("agentType", (it, value) => it.Machine.AgentType = value)
        .Int32("cpus", (it, value) => it.Machine.Cpus = value)
        .Int64("ram", (it, value) => it.Machine.Ram = value)
        .Int64("storageTotal", (it, value) => it.Machine.StorageTotal = value)
        .Int64("storageUsed", (it, value) => it.Machine.StorageUsed = value)
        .Array("accelerators", Accelerator, (it, value) => it.Machine.Accelerators = value is { Count: 0 } ? null : value)
        .SharedText("region", (it, value) => it.Machine.Region = value is null ? null : Regions.FullName(value))
        .Text("privateIp", (it, value) => it.Machine.PrivateIpAddress = value)
        .SharedText("networkId", (it, value) => it.Machine.NetworkId = value)
        .Text("publicIp", (it, value) => it.Machine.PublicIpAddress = value)
        .SharedText("publicIpType", (it, value) => it.Machine.PublicIpType = value)
        .Boolean("autoShutdownEnabled", (it, value) => it.AutoShutdownEnabled = value)
        .Int32("autoShutdownTimeout", (it, value) => it.Machine.ShutdownTimeoutInHours = value)
        .Boolean("autoShutdownForce", (it, value) => it.Machine.ShutdownTimeoutForces = value)
        .Boolean("autoSnapshotEnabled", (it, value) => it.Machine.PerformAutoSnapshot = value)
        .SharedText("autoSnapshotFrequency", (it, value) => it.Machine.AutoSnapshotFrequency = SnapshotFrequencies.Normalize(value))
        .Int32("autoSnapshotSaveCount", (it, value) => it.Machine.AutoSnapshotSaveCount = value)
        .Boolean("updatesPending", (it, value) => it.Machine.UpdatesPending = value)
        .Boolean("restorePointEnabled", (it, value) => it.Machine.RestorePointEnabled = value)
        .SharedText("restorePointFrequency", (it, value) => it.Machine.RestorePointFrequency = value)
        .SharedText("restorePointSnapshotId", (it, value) => it.Machine.RestorePointSnapshotId = value)
        .Money("usageRate", (it, value) => it.Machine.HourlyRate = value)
        .Money("storageRate", (it, value) => it.Machine.StorageRate = value)
        .Time("dtCreated", (it, value) => it.Machine.DtCreated = value)
        .Time("dtModified", (it, value) => it.Machine.DtModified = value)
        .Time("dtDeleted", (it, value) => it.Machine.DtDeleted = value)
        .Object("reservation", Reservation, (it, value) => it.Machine.Reservation = value);
}
