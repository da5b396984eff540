namespace Paperspace.Client;

internal static class V1ScriptJsonMap
{
    public static JsonMap<Script> Map { get; } = new JsonMap<Script>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("name", (it, value) => it.Name = value)
        .String("description", (it, value) => it.Description = value)
        .Boolean("isEnabled", (it, value) => it.IsEnabled = value)
        .Boolean("isRunOnce", (it, value) => it.IsRunOnce = value)
        .Strings("assignedMachineIds", (it, value) => it.AssignedMachineIds = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);
}
