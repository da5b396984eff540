namespace Paperspace.Simulator.Core;

internal sealed class DestroyMachineRoute() : CoreRoute("POST", "/machines/{id}/destroyMachine")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var machine = request.Account.Machines.Find(request.Id, request.Now) ?? throw CoreErrors.NotFound();
        // The official clients send it in the body, BaristaLabs' in the query.
        var releases = request.Body.LooseFlag("releasePublicIp") ?? request.Query.Flag("releasePublicIp");
        request.Account.Destroy(machine, releases, request.Now);
        return NoContent;
    }
}
