namespace Paperspace.Simulator.V1;

internal sealed class ListMachineEventsRoute() : V1Route("GET", "/machine-events")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machineId = request.Query.Text("machineId");
        var machines = request.Account.Machines.WithRemoved;
        return MachineEventJson.List.Page(
            request,
            (machineId is null ? machines : machines.Where(machine => machine.Id == machineId))
                .SelectMany(machine => MachineEventJson.Of(machine, request.Now)),
            _ => true);
    }
}
