namespace Paperspace.Simulator.Core;

internal sealed class ShowMachineRoute() : CoreRoute("GET", "/machines/getMachinePublic")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var machine = new SimulatedMachineView(request.QueryMachine(), request.Now);
        return JsonResponse.Create(writer => MachineJson.WriteShown(writer, machine));
    }
}
