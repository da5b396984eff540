namespace Paperspace.Simulator.V1;

internal sealed class ShowMachineEventRoute() : V1Route("GET", "/machine-events/{id}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        if (Guid.TryParse(request.Parameter("id"), out var id))
        {
            foreach (var machine in request.Account.Machines.WithRemoved)
            {
                if (machine.Timeline.Find(id, request.Now) is { } found)
                    return V1Response.Of(MachineEventJson.Map, new LoggedEvent(machine, found), request);
            }
        }

        throw V1Errors.NotFound("Machine event");
    }
}
