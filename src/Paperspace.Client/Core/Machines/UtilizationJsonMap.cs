using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Machines;

/// <summary>Maps the JSON of a machine's utilization.</summary>
internal static class UtilizationJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<MachineUtilization> Map { get; } = new JsonMap<MachineUtilization>((it, others) => it.AdditionalData = others)
        .Text("machineId", (it, value) => it.MachineId = value ?? "")
        .Object("utilization", UsageJsonMap.Map, (it, value) => it.Utilization = value)
        .Object("storageUtilization", UsageJsonMap.Map, (it, value) => it.StorageUtilization = value);
}
