using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Machines;

/// <summary>Maps the JSON of a machine.</summary>
internal static class MachineJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Machine> Map { get; } = new JsonMap<Machine>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .SharedText("os", (it, value) => it.Os = value)
        .Int64("ram", (it, value) => it.Ram = value)
        .Int32("cpus", (it, value) => it.Cpus = value)
        .SharedText("gpu", (it, value) => it.Gpu = value)
        .Int64("storageTotal", (it, value) => it.StorageTotal = value)
        .Int64("storageUsed", (it, value) => it.StorageUsed = value)
        .SharedText("machineType", (it, value) => it.MachineType = value)
        .SharedText("usageRate", (it, value) => it.UsageRate = value)
        .Int32("shutdownTimeoutInHours", (it, value) => it.ShutdownTimeoutInHours = value)
        .Boolean("shutdownTimeoutForces", (it, value) => it.ShutdownTimeoutForces = value)
        .Boolean("performAutoSnapshot", (it, value) => it.PerformAutoSnapshot = value)
        .SharedText("autoSnapshotFrequency", (it, value) => it.AutoSnapshotFrequency = value)
        .Int32("autoSnapshotSaveCount", (it, value) => it.AutoSnapshotSaveCount = value)
        .Boolean("dynamicPublicIp", (it, value) => it.DynamicPublicIp = value)
        .SharedText("agentType", (it, value) => it.AgentType = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .SharedText("state", (it, value) => it.State = value)
        .Boolean("updatesPending", (it, value) => it.UpdatesPending = value)
        .SharedText("networkId", (it, value) => it.NetworkId = value)
        .Text("privateIpAddress", (it, value) => it.PrivateIpAddress = value)
        .Text("publicIpAddress", (it, value) => it.PublicIpAddress = value)
        .SharedText("region", (it, value) => it.Region = value)
        .SharedText("userId", (it, value) => it.UserId = value)
        .SharedText("teamId", (it, value) => it.TeamId = value)
        .SharedText("scriptId", (it, value) => it.ScriptId = value)
        .Time("dtLastRun", (it, value) => it.DtLastRun = value)
        .SharedText("restorePointSnapshotId", (it, value) => it.RestorePointSnapshotId = value)
        .SharedText("restorePointFrequency", (it, value) => it.RestorePointFrequency = value)
        .Int64("internalId", (it, value) => it.InternalId = value)
        .Array("events", MachineEventJsonMap.Map, (it, value) => it.Events = value);
}
