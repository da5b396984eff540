using Paperspace.Client.Json;

namespace Paperspace.Client.V1.SharedDrives;

/// <summary>Maps the JSON of a shared drive, which has its password.</summary>
internal static class SharedDriveJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<SharedDrive> Map { get; } = new JsonMap<SharedDrive>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value)
        .Int64("size", (it, value) => it.Size = value)
        .Text("mountPoint", (it, value) => it.MountPoint = value)
        .Text("username", (it, value) => it.Username = value)
        .Secret("password", (it, value) => it.Password = value)
        .Text("networkId", (it, value) => it.NetworkId = value)
        .SharedText("region", (it, value) => it.Region = value is null ? null : Regions.FullName(value));
}
