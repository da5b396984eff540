namespace Paperspace.Client;

internal static class V1PublicIpJsonMap
{
    public static JsonMap<PublicIp> Map { get; } = new JsonMap<PublicIp>((it, others) => it.AdditionalData = others)
        .String("ip", (it, value) => it.Ip = value ?? "")
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .String("assignedMachineId", (it, value) => it.AssignedMachineId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
