namespace Paperspace.Client;

internal static class V1SnapshotJsonMap
{
    public static JsonMap<Snapshot> Map { get; } = new JsonMap<Snapshot>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .InternedString("machineId", (it, value) => it.MachineId = value)
        .Boolean("isAutoSnapshot", (it, value) => it.IsAutoSnapshot = value);
}
