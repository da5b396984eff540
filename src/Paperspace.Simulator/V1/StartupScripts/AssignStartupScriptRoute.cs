namespace Paperspace.Simulator.V1;

internal sealed class AssignStartupScriptRoute() : V1Route("POST", "/startup-scripts/{id}/assign")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var script = StartupScriptJson.Find(request);
        var machineId = request.Body.RequiredText("machineId");
        request.Body.Validate();
        var machine = request.LiveMachine(machineId);
        machine.ScriptId = script.Id;
        return V1Response.Of(StartupScriptJson.Map, script, request);
    }
}
