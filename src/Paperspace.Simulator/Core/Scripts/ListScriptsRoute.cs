namespace Paperspace.Simulator.Core;

internal sealed class ListScriptsRoute() : CoreRoute("GET", "/scripts/getScripts")
{
    protected override SimulatedResponse Respond(CoreRequest request) => ScriptJson.Map.List(request.Account.Scripts.All, request.Query);
}
