namespace Paperspace.Simulator;

internal sealed class SetMachineAccess() : Route("POST", "/machines/{id}/setMachineAccess")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var machine = account.Acted(request);
        var userId = request.Body.RequiredText("userId");
        // The official Node client sends a boolean, the reference's curl example the text.
        if (request.Body.LooseFlag("enableAccess") ?? throw Rejection.MissingParameter("enableAccess"))
            machine.Grant(userId);
        else
            machine.Revoke(userId);
        return Answers.NoContent;
    }
}
