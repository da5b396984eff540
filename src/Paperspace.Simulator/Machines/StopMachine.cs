namespace Paperspace.Simulator;

internal sealed class StopMachine() : Route("POST", "/machines/{id}/stop")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Acted(request);
        if (machine.Timeline.Settled.State != MachineState.Off)
            account.Transitions.Stop(machine, request.Now);
        return Answers.NoContent;
    }
}
