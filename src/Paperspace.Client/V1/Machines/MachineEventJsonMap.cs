using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Machines;

/// <summary>Maps the JSON of an event.</summary>
internal static class MachineEventJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<MachineEvent> Map { get; } = new JsonMap<MachineEvent>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Handle = value)
        .SharedText("name", (it, value) => it.Name = value)
        .SharedText("state", (it, value) => it.State = value)
        .Text("machineId", (it, value) => it.MachineId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtStarted", (it, value) => it.DtStarted = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .SharedText("error", (it, value) => it.ErrorMsg = value);
}
