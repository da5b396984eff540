namespace Paperspace.Simulator.Core;

internal sealed class UpdateMachineRoute() : CoreRoute("POST", "/machines/{id}/updateMachinePublic")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var machine = request.Account.Machines.Find(request.Id, request.Now) is { RemovedAt: null } found
            ? found
            : throw new RequestRejectedException(404, "Not found");
        request.Account.Update(machine, UpdateMachineBody.Read(request.Body, machine), request.Now);
        return NoContent;
    }
}
