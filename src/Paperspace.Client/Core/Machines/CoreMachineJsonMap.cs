namespace Paperspace.Client;

/// <summary>Maps the JSON of a machine.</summary>
internal static class CoreMachineJsonMap
{
    public static JsonMap<Machine> Map { get; } = new JsonMap<Machine>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .InternedString("os", (it, value) => it.Os = value)
        .Int64("ram", (it, value) => it.Ram = value)
        .Int32("cpus", (it, value) => it.Cpus = value)
        .InternedString("gpu", (it, value) => it.Gpu = value)
        .Int64("storageTotal", (it, value) => it.StorageTotal = value)
        .Int64("storageUsed", (it, value) => it.StorageUsed = value)
        .InternedString("machineType", (it, value) => it.MachineType = value)
        .InternedString("usageRate", (it, value) => it.UsageRate = value)
        .Int32("shutdownTimeoutInHours", (it, value) => it.ShutdownTimeoutInHours = value)
        .Boolean("shutdownTimeoutForces", (it, value) => it.ShutdownTimeoutForces = value)
        .Boolean("performAutoSnapshot", (it, value) => it.PerformAutoSnapshot = value)
        .InternedString("autoSnapshotFrequency", (it, value) => it.AutoSnapshotFrequency = value)
        .Int32("autoSnapshotSaveCount", (it, value) => it.AutoSnapshotSaveCount = value)
        .Boolean("dynamicPublicIp", (it, value) => it.DynamicPublicIp = value)
        .InternedString("agentType", (it, value) => it.AgentType = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .InternedString("state", (it, value) => it.State = value)
        .Boolean("updatesPending", (it, value) => it.UpdatesPending = value)
        .InternedString("networkId", (it, value) => it.NetworkId = value)
        .String("privateIpAddress", (it, value) => it.PrivateIpAddress = value)
        .String("publicIpAddress", (it, value) => it.PublicIpAddress = value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .InternedString("userId", (it, value) => it.UserId = value)
        .InternedString("teamId", (it, value) => it.TeamId = value)
        .InternedString("scriptId", (it, value) => it.ScriptId = value)
        .Time("dtLastRun", (it, value) => it.DtLastRun = value)
        .InternedString("restorePointSnapshotId", (it, value) => it.RestorePointSnapshotId = value)
        .InternedString("restorePointFrequency", (it, value) => it.RestorePointFrequency = value)
        .Int64("internalId", (it, value) => it.InternalId = value)
        .Array("events", CoreMachineEventJsonMap.Map, (it, value) => it.Events = value);
}
