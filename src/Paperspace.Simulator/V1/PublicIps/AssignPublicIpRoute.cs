namespace Paperspace.Simulator.V1;

internal sealed class AssignPublicIpRoute() : V1Route("PUT", "/public-ips/{ip}")
{
    // The machine is required; a null takes the address from the one that has it.
    protected override SimulatedResponse Respond(V1Request request)
    {
        var address = PublicIpJson.Find(request);
        if (request.Body.IsNull("machineId"))
        {
            SimulatedPublicIpRepository.Unassign(address);
            return V1Response.Of(PublicIpJson.Map, address, request);
        }

        var machineId = request.Body.RequiredText("machineId");
        request.Body.Validate();
        SimulatedAccount.Assign(address, request.LiveMachine(machineId), request.Now);
        return V1Response.Of(PublicIpJson.Map, address, request);
    }
}
