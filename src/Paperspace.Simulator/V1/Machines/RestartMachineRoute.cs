namespace Paperspace.Simulator.V1;

internal sealed class RestartMachineRoute() : V1Route("PATCH", "/machines/{id}/restart")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.LiveMachine();
        PowerStateRules.RequireRunning(request.View(machine));
        return MachineResponse.Of(request, machine, request.Account.Restart(machine, request.Now));
    }
}
