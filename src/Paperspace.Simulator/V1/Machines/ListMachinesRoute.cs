namespace Paperspace.Simulator.V1;

internal sealed class ListMachinesRoute() : V1Route("GET", "/machines")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        var hasAgent = V1Filters.Text(request, "agentType");
        var hasType = V1Filters.Text(request, "machineType");
        return MachineJson.List.Page(
            request,
            request.Account.Machines.WithRemoved.Select(request.View),
            view => !view.Machine.IsRemoved(request.Now)
                && hasName(view.Machine.Name)
                && hasRegion(view.Machine.Region)
                && hasAgent(view.Machine.Template.AgentType.ToString())
                && hasType(view.Hardware.Type.Name));
    }
}
