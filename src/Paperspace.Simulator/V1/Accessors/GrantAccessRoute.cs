namespace Paperspace.Simulator.V1;

internal sealed class GrantAccessRoute() : V1Route("POST", "/machines/{id}/accessors")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.LiveMachine();
        var userId = request.Body.RequiredText("userId");
        request.Body.Validate();
        var user = request.Account.Users.Find(userId) ?? throw V1Errors.NotFound("User");
        machine.Grant(user.Id);
        return V1Response.Of(AccessorJson.Map, new Accessor(user, null), request);
    }
}
