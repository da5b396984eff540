namespace Paperspace.Client;

internal static class V1SharedDriveJsonMap
{
    public static JsonMap<SharedDrive> Map { get; } = new JsonMap<SharedDrive>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value)
        .Int64("size", (it, value) => it.Size = value)
        .String("mountPoint", (it, value) => it.MountPoint = value)
        .String("username", (it, value) => it.Username = value)
        .Secret("password", (it, value) => it.Password = value)
        .String("networkId", (it, value) => it.NetworkId = value)
        .InternedString("region", (it, value) => it.Region = Regions.Normalize(value));
}
