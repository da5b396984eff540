namespace Paperspace.Simulator.Core;

internal sealed class SetMachineAccessRoute() : CoreRoute("POST", "/machines/{id}/setMachineAccess")
{
    protected override SimulatedResponse Respond(CoreRequest request)
    {
        var machine = request.ActionMachine();
        var userId = request.Body.RequiredText("userId");
        // The official Node client sends a boolean, the reference's curl example the text.
        if (request.Body.LooseFlag("enableAccess") ?? throw CoreErrors.MissingParameter("enableAccess"))
            machine.Grant(userId);
        else
            machine.Revoke(userId);
        return NoContent;
    }
}
