namespace Paperspace.Simulator.V1;

internal sealed class ListSnapshotsRoute() : V1Route("GET", "/snapshots")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var isOfMachine = V1Filters.Text(request, "machineId");
        return SnapshotJson.List.Page(
            request, request.Account.Snapshots.At(request.Now), snapshot => isOfMachine(snapshot.Machine.Id));
    }
}
