namespace Paperspace.Client;

internal static class CoreNetworkJsonMap
{
    public static JsonMap<Network> Map { get; } = new JsonMap<Network>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .String("network", (it, value) => it.Address = value)
        .InternedString("netmask", (it, value) => it.Netmask = value)
        .InternedString("teamId", (it, value) => it.TeamId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
