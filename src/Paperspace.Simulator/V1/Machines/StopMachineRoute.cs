namespace Paperspace.Simulator.V1;

internal sealed class StopMachineRoute() : V1Route("PATCH", "/machines/{id}/stop")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.LiveMachine();
        PowerStateRules.RequireRunning(request.View(machine));
        return MachineResponse.Of(request, machine, request.Account.Stop(machine, request.Now));
    }
}
