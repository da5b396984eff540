namespace Paperspace.Simulator.Core;

internal sealed class ShowScriptRoute() : CoreRoute("GET", "/scripts/getScript")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var script = request.QueryScript();
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            ScriptJson.Map.WriteProperties(writer, script);
            writer.WritePropertyName("machines");
            writer.WriteStartArray();
            foreach (var machine in request.Account.Machines.At(request.Now).Where(machine => machine.ScriptId == script.Id))
            {
                writer.WriteStartObject();
                writer.WritePropertyName("machineId");
                writer.WriteValue(machine.Id);
                writer.WritePropertyName("dtLastRun");
                writer.WriteValue(IsoDate.Text(new SimulatedMachineView(machine, request.Now).ScriptLastRunAt));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }
}
