namespace Paperspace.Simulator.V1;

internal sealed class TakeSnapshotRoute() : V1Route("POST", "/snapshots")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var name = request.Body.RequiredText("name");
        var machineId = request.Body.RequiredText("machineId");
        request.Body.Validate();
        var (snapshot, taken) = request.Account.TakeSnapshot(request.LiveMachine(machineId), name, request.Now);
        return SnapshotJson.Respond(request, snapshot, taken);
    }
}
