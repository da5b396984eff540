using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Scripts;

/// <summary>Maps the JSON of a script.</summary>
internal static class ScriptJsonMap
{
    private static readonly JsonMap<ScriptRun> Run = new JsonMap<ScriptRun>((it, others) => it.AdditionalData = others)
        .Text("machineId", (it, value) => it.MachineId = value ?? "")
        .Time("dtLastRun", (it, value) => it.DtLastRun = value);

    /// <summary>Gets the map.</summary>
    public static JsonMap<Script> Map { get; } = new JsonMap<Script>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .SharedText("ownerType", (it, value) => it.OwnerType = value)
        .SharedText("ownerId", (it, value) => it.OwnerId = value)
        .Text("name", (it, value) => it.Name = value)
        .Text("description", (it, value) => it.Description = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .Boolean("isEnabled", (it, value) => it.IsEnabled = value)
        .Boolean("runOnce", (it, value) => it.IsRunOnce = value)
        .Array("machines", Run, SetRuns);

    private static void SetRuns(Script script, IReadOnlyList<ScriptRun>? runs)
    {
        script.Runs = runs;
        script.AssignedMachineIds = runs is null ? null : [.. runs.Select(run => run.MachineId)];
    }
}
