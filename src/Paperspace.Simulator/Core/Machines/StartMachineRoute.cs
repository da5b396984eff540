namespace Paperspace.Simulator.Core;

internal sealed class StartMachineRoute() : CoreRoute("POST", "/machines/{id}/start")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        request.Account.Start(request.ActionMachine(), request.Now);
        return NoContent;
    }
}
