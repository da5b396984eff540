namespace Paperspace.Simulator.V1;

internal sealed class ShowStartupScriptRoute() : V1Route("GET", "/startup-scripts/{id}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(StartupScriptJson.Map, StartupScriptJson.Find(request), request);
}
