namespace Paperspace.Simulator.V1;

internal sealed class ShowSnapshotRoute() : V1Route("GET", "/snapshots/{id}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(SnapshotJson.Map, SnapshotJson.Find(request), request);
}
