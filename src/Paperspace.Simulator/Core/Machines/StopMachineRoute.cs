namespace Paperspace.Simulator.Core;

internal sealed class StopMachineRoute() : CoreRoute("POST", "/machines/{id}/stop")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        request.Account.Stop(request.ActionMachine(), request.Now);
        return NoContent;
    }
}
