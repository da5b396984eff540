namespace Paperspace.Client;

internal static class CoreMachineEventJsonMap
{
    public static JsonMap<MachineEvent> Map { get; } = new JsonMap<MachineEvent>((it, others) => it.AdditionalData = others)
        .InternedString("name", (it, value) => it.Name = value)
        .InternedString("state", (it, value) => it.State = value)
        .InternedString("errorMsg", (it, value) => it.ErrorMsg = value)
        .String("handle", (it, value) => it.Handle = value)
        .Time("dtModified", (it, value) => it.DtModified = value)
        .Time("dtFinished", (it, value) => it.DtFinished = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);
}
