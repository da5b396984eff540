namespace Paperspace.Client;

internal static class CoreUtilizationJsonMap
{
    public static JsonMap<MachineUtilization> Map { get; } = new JsonMap<MachineUtilization>((it, others) => it.AdditionalData = others)
        .String("machineId", (it, value) => it.MachineId = value ?? "")
        .Object("utilization", CoreUsageJsonMap.Map, (it, value) => it.Utilization = value)
        .Object("storageUtilization", CoreUsageJsonMap.Map, (it, value) => it.StorageUtilization = value);
}
