namespace Paperspace.Simulator.V1;

internal sealed class RevokeAccessRoute() : V1Route("DELETE", "/machines/{id}/accessors/{userId}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.LiveMachine();
        var accessor = AccessorJson.Find(request, machine, request.Parameter("userId"));
        machine.Revoke(accessor.User.Id);
        return V1Response.Of(AccessorJson.Map, accessor with { RemovedAt = request.Now }, request);
    }
}
