namespace Paperspace.Simulator;

internal sealed class RestartMachine() : Route("POST", "/machines/{id}/restart")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Acted(request);
        var address = machine.Timeline.Settled.DynamicIp ?? (machine.HasDynamicIp ? account.Addresses.Lend() : null);
        account.Transitions.Restart(machine, request.Now, address);
        return Answers.NoContent;
    }
}
