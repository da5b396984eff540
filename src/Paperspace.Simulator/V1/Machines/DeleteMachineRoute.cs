namespace Paperspace.Simulator.V1;

internal sealed class DeleteMachineRoute() : V1Route("DELETE", "/machines/{id}")
{
    // A static address is left to the account, and goes on costing.
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.Machine();
        return MachineResponse.Of(request, machine, request.Account.Destroy(machine, releasesPublicIp: false, request.Now));
    }
}
