namespace Paperspace.Simulator.V1;

internal sealed class RenameSnapshotRoute() : V1Route("PUT", "/snapshots/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var snapshot = SnapshotJson.Find(request);
        var name = request.Body.Has("name") ? request.Body.RequiredText("name") : snapshot.Name;
        request.Body.Validate();
        snapshot.Name = name;
        return V1Response.Of(SnapshotJson.Map, snapshot, request);
    }
}
