namespace Paperspace.Simulator.V1;

internal sealed class RestoreSnapshotRoute() : V1Route("POST", "/snapshots/{id}/restore")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var snapshot = SnapshotJson.Find(request);
        var takesSnapshotBefore = request.Body.Flag("createSnapshotBeforeRestore") ?? false;
        request.Body.Validate();
        return SnapshotJson.Respond(request, snapshot, request.Account.Restore(snapshot, takesSnapshotBefore, request.Now));
    }
}
