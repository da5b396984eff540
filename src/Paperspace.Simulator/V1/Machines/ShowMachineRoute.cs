namespace Paperspace.Simulator.V1;

internal sealed class ShowMachineRoute() : V1Route("GET", "/machines/{id}")
{
    protected override SimulatedResponse Respond(V1Request request) =>
        V1Response.Of(MachineJson.Map, request.View(request.Machine()), request);
}
