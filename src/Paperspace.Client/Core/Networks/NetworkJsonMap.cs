using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Networks;

/// <summary>Maps the JSON of a network.</summary>
internal static class NetworkJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Network> Map { get; } = new JsonMap<Network>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .SharedText("region", (it, value) => it.Region = value)
        .Text("network", (it, value) => it.Address = value)
        .SharedText("netmask", (it, value) => it.Netmask = value)
        .SharedText("teamId", (it, value) => it.TeamId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
