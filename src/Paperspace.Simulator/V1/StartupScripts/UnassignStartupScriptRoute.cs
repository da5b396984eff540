namespace Paperspace.Simulator.V1;

internal sealed class UnassignStartupScriptRoute() : V1Route("POST", "/startup-scripts/{id}/unassign")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var script = StartupScriptJson.Find(request);
        var machineId = request.Body.RequiredText("machineId");
        request.Body.Validate();
        var machine = request.LiveMachine(machineId);
        if (machine.ScriptId == script.Id)
            machine.ScriptId = null;
        return V1Response.Of(StartupScriptJson.Map, script, request);
    }
}
