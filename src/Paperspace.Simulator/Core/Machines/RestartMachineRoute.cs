namespace Paperspace.Simulator.Core;

internal sealed class RestartMachineRoute() : CoreRoute("POST", "/machines/{id}/restart")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        request.Account.Restart(request.ActionMachine(), request.Now);
        return NoContent;
    }
}
