using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Machines;

/// <summary>Maps the JSON of a machine's event.</summary>
internal static class MachineEventJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<MachineEvent> Map { get; } = new JsonMap<MachineEvent>((it, others) => it.AdditionalData = others)
        .SharedText("name", (it, value) => it.Name = value)
        .SharedText("state", (it, value) => it.State = value)
        .SharedText("errorMsg", (it, value) => it.ErrorMsg = value)
        .Text("handle", (it, value) => it.Handle = value)
        .Time("dtModified", (it, value) => it.DtModified = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
