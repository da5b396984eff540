namespace Paperspace.Simulator.V1;

internal sealed class ShowSharedDriveRoute() : V1Route("GET", "/shared-drives/{id}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(SharedDriveJson.Map, SharedDriveJson.Find(request), request);
}
