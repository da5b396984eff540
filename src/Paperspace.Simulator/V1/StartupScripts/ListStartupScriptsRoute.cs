namespace Paperspace.Simulator.V1;

internal sealed class ListStartupScriptsRoute() : V1Route("GET", "/startup-scripts")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        return StartupScriptJson.List.Page(request, request.Account.Scripts.All, script => hasName(script.Name));
    }
}
