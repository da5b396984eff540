namespace Paperspace.Simulator.Core;

internal sealed class DestroyScriptRoute() : CoreRoute("POST", "/scripts/{id}/destroy")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var script = request.Account.Scripts.Find(request.Id) ?? throw CoreErrors.NotFound();
        request.Account.Delete(script, request.Now);
        return NoContent;
    }
}
