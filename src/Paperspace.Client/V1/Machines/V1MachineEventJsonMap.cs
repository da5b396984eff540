namespace Paperspace.Client;

internal static class V1MachineEventJsonMap
{
    public static JsonMap<MachineEvent> Map { get; } = new JsonMap<MachineEvent>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Handle = value)
        .InternedString("name", (it, value) => it.Name = value)
        .InternedString("state", (it, value) => it.State = value)
        .String("machineId", (it, value) => it.MachineId = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtStarted", (it, value) => it.DtStarted = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .InternedString("error", (it, value) => it.ErrorMsg = value);
}
