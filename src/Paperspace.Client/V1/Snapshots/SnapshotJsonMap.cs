using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Snapshots;

/// <summary>Maps the JSON of a snapshot.</summary>
internal static class SnapshotJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Snapshot> Map { get; } = new JsonMap<Snapshot>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .SharedText("machineId", (it, value) => it.MachineId = value)
        .Boolean("isAutoSnapshot", (it, value) => it.IsAutoSnapshot = value);
}
