namespace Paperspace.Simulator.V1;

internal sealed class DeleteStartupScriptRoute() : V1Route("DELETE", "/startup-scripts/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var script = StartupScriptJson.Find(request);
        request.Account.Delete(script, request.Now);
        return V1Response.Of(StartupScriptJson.Map, script, request);
    }
}
