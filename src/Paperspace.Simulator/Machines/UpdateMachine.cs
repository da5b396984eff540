namespace Paperspace.Simulator;

internal sealed class UpdateMachine() : Route("POST", "/machines/{id}/updateMachinePublic")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Machines.Find(request.Id, request.Now) is { GoneAt: null } found
            ? found
            : throw new Rejection(404, "Not found");
        new MachineChanges(request.Body).Apply(machine, account.Addresses);
        return Answers.NoContent;
    }
}
