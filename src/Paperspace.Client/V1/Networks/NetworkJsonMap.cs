using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Networks;

/// <summary>Maps the JSON of a private network.</summary>
internal static class NetworkJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Network> Map { get; } = new JsonMap<Network>((it, others) => it.AdditionalData = others)
        // The API has nothing about the networks of machines that joined none.
        .Text("id", (it, value) => (it.Id, it.IsDefault) = (value ?? "", false))
        .Text("name", (it, value) => it.Name = value)
        .SharedText("region", (it, value) => it.Region = value is null ? null : Regions.FullName(value))
        .Text("network", (it, value) => it.Address = value)
        .SharedText("netmask", (it, value) => it.Netmask = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);
}
