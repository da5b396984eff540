namespace Paperspace.Client;

internal static class CoreScriptJsonMap
{
    private static readonly JsonMap<ScriptRun> Run = new JsonMap<ScriptRun>((it, others) => it.AdditionalData = others)
        .String("machineId", (it, value) => it.MachineId = value ?? "")
        .Time("dtLastRun", (it, value) => it.DtLastRun = value);

    public static JsonMap<Script> Map { get; } = new JsonMap<Script>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .InternedString("ownerType", (it, value) => it.OwnerType = value)
        .InternedString("ownerId", (it, value) => it.OwnerId = value)
        .String("name", (it, value) => it.Name = value)
        .String("description", (it, value) => it.Description = value)
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
