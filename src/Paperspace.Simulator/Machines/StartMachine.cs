namespace Paperspace.Simulator;

internal sealed class StartMachine() : Route("POST", "/machines/{id}/start")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Acted(request);
        var isOff = machine.Timeline.Settled.State == MachineState.Off;
        if (isOff && !machine.Timeline.IsPending(EventName.Start, request.Now))
            account.Transitions.Start(machine, request.Now, account.Boot(machine));
        return Answers.NoContent;
    }
}
