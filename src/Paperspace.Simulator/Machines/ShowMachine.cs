namespace Paperspace.Simulator;

internal sealed class ShowMachine() : Route("GET", "/machines/getMachinePublic")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = new MachineReading(account.Shown(request), request.Now);
        return Answers.Json(writer => MachineFields.WriteShown(writer, machine, account.Chance));
    }
}
