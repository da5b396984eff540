using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Scripts;

/// <summary>Maps the JSON of a startup script.</summary>
internal static class ScriptJsonMap
{
    /// <summary>Gets the map.</summary>
    public static JsonMap<Script> Map { get; } = new JsonMap<Script>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("name", (it, value) => it.Name = value)
        .Text("description", (it, value) => it.Description = value)
        .Boolean("isEnabled", (it, value) => it.IsEnabled = value)
        .Boolean("isRunOnce", (it, value) => it.IsRunOnce = value)
        .Texts("assignedMachineIds", (it, value) => it.AssignedMachineIds = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Time("dtDeleted", (it, value) => it.DtDeleted = value);
}
