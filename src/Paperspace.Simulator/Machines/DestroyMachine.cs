namespace Paperspace.Simulator;

internal sealed class DestroyMachine() : Route("POST", "/machines/{id}/destroyMachine")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Machines.Find(request.Id, request.Now) ?? throw Rejection.NotFound();
        // The official clients send it in the body, BaristaLabs' in the query.
        var releases = request.Body.LooseFlag("releasePublicIp") ?? request.Query.Flag("releasePublicIp");
        if (machine.GoneAt is not null)
            return Answers.NoContent;
        if (releases && machine.StaticIp is not null)
        {
            account.Addresses.Release(machine.StaticIp);
            machine.StaticIp = null;
        }

        account.Machines.Remove(machine, account.Transitions.Destroy(machine, request.Now), request.Now);
        return Answers.NoContent;
    }
}
