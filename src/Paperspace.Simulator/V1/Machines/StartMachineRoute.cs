namespace Paperspace.Simulator.V1;

internal sealed class StartMachineRoute() : V1Route("PATCH", "/machines/{id}/start")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.LiveMachine();
        PowerStateRules.RequireOff(request.View(machine));
        return MachineResponse.Of(request, machine, request.Account.Start(machine, request.Now));
    }
}
