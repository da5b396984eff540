using Paperspace.Client.Json;

namespace Paperspace.Client.Core;

/// <summary>The fields of the Core API's answers.</summary>
internal static class CoreFields
{
    /// <summary>Of an event.</summary>
    public static JsonFields<MachineEvent> Event { get; } = new JsonFields<MachineEvent>((it, others) => it.AdditionalData = others)
        .SharedText("name", (it, value) => it.Name = value)
        .SharedText("state", (it, value) => it.State = value)
        .SharedText("errorMsg", (it, value) => it.ErrorMsg = value)
        .Text("handle", (it, value) => it.Handle = value)
        .Time("dtModified", (it, value) => it.DtModified = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);

    /// <summary>Of a machine.</summary>
    public static JsonFields<Machine> Machine { get; } = new JsonFields<Machine>((it, others) => it.AdditionalData = others)
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
        .Array("events", Event, (it, value) => it.Events = value);

    /// <summary>Of one part of a utilization.</summary>
    public static JsonFields<Usage> Usage { get; } = new JsonFields<Usage>((it, others) => it.AdditionalData = others)
        .Text("machineId", (it, value) => it.MachineId = value)
        .Double("secondsUsed", (it, value) => it.SecondsUsed = value)
        .Money("hourlyRate", (it, value) => it.HourlyRate = value)
        .Money("monthlyRate", (it, value) => it.MonthlyRate = value)
        .Text("billingMonth", (it, value) => it.BillingMonth = value);

    /// <summary>Of a utilization.</summary>
    public static JsonFields<MachineUtilization> Utilization { get; } =
        new JsonFields<MachineUtilization>((it, others) => it.AdditionalData = others)
            .Text("machineId", (it, value) => it.MachineId = value ?? "")
            .Object("utilization", Usage, (it, value) => it.Utilization = value)
            .Object("storageUtilization", Usage, (it, value) => it.StorageUtilization = value);

    /// <summary>Of an availability.</summary>
    public static JsonFields<MachineAvailability> Availability { get; } =
        new JsonFields<MachineAvailability>((it, others) => it.AdditionalData = others)
            .Boolean("available", (it, value) => it.Available = value);

    /// <summary>Of a template.</summary>
    public static JsonFields<Template> Template { get; } = new JsonFields<Template>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .Text("label", (it, value) => it.Label = value)
        .Text("os", (it, value) => it.Os = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Text("teamId", (it, value) => it.TeamId = value)
        .Text("userId", (it, value) => it.UserId = value)
        .Text("region", (it, value) => it.Region = value);
}
