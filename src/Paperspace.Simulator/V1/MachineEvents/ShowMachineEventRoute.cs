namespace Paperspace.Simulator.V1;

internal sealed class ShowMachineEventRoute() : V1Route("GET", "/machine-events/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var id = request.Parameter("id");
        var found = request.Account.Machines.WithRemoved
            .SelectMany(machine => MachineEventJson.Of(machine, request.Now))
            .FirstOrDefault(logged => MachineEventJson.Id(logged) == id);
        return V1Response.Of(MachineEventJson.Map, found ?? throw V1Errors.NotFound("Machine event"), request);
    }
}
