namespace Paperspace.Simulator.V1;

internal sealed class DeleteSnapshotRoute() : V1Route("DELETE", "/snapshots/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var snapshot = SnapshotJson.Find(request);
        return SnapshotJson.Respond(request, snapshot, request.Account.Delete(snapshot, request.Now));
    }
}
