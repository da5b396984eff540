using Newtonsoft.Json;
using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedScript>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes startup scripts as JSON, without their text.</summary>
internal static class StartupScriptJson
{
    public static JsonMap<V1Item<SimulatedScript>> Map { get; } = new(
        Field.Text("id", item => item.Value.Id),
        Field.Text("name", item => item.Value.Name),
        Field.Text("description", item => item.Value.Description),
        Field.Boolean("isEnabled", item => item.Value.IsEnabled),
        Field.Boolean("isRunOnce", item => item.Value.RunsOnce),
        Field.Literal("assignedMachineIds", item => JsonConvert.SerializeObject(MachineIds(item))),
        Field.Date("dtCreated", item => item.Value.CreatedAt),
        Field.Date("dtDeleted", item => item.Value.RemovedAt));

    public static V1List<SimulatedScript> List { get; } = new(
        Map,
        script => script.Id,
        [
            ("dtCreated", script => script.CreatedAt),
            ("name", script => V1List<SimulatedScript>.Text(script.Name)),
        ]);

    /// <summary>Returns the startup script of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none.</exception>
    public static SimulatedScript Find(V1Request request) =>
        request.Account.Scripts.Find(request.Parameter("id")) ?? throw V1Errors.NotFound("Startup script");

    private static string[] MachineIds(V1Item<SimulatedScript> item) =>
    [
        .. item.Request.Account.Machines.At(item.Now).Where(machine => machine.ScriptId == item.Value.Id).Select(machine => machine.Id),
    ];
}
