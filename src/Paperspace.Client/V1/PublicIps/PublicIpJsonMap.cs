using Paperspace.Client.Json;

namespace Paperspace.Client.V1.PublicIps;

/// <summary>Maps the JSON of a public address.</summary>
internal static class PublicIpJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<PublicIp> Map { get; } = new JsonMap<PublicIp>((it, others) => it.AdditionalData = others)
        .Text("ip", (it, value) => it.Ip = value ?? "")
        .SharedText("region", (it, value) => it.Region = value is null ? null : Regions.FullName(value))
        .Text("assignedMachineId", (it, value) => it.AssignedMachineId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
