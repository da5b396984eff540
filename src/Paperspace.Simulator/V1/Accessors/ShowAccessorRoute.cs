namespace Paperspace.Simulator.V1;

internal sealed class ShowAccessorRoute() : V1Route("GET", "/machines/{id}/accessors/{userId}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(AccessorJson.Map, AccessorJson.Find(request, request.Machine(), request.Parameter("userId")), request);
}
