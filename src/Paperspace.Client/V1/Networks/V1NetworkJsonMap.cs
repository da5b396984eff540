namespace Paperspace.Client;

internal static class V1NetworkJsonMap
{
    public static JsonMap<Network> Map { get; } = new JsonMap<Network>((it, others) => it.AdditionalData = others)
        // The API returns only private networks, never a default one.
        .String("id", (it, value) => (it.Id, it.IsDefault) = (value ?? "", false))
        .String("name", (it, value) => it.Name = value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value))
        .String("network", (it, value) => it.Address = value)
        .InternedString("netmask", (it, value) => it.Netmask = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);
}
