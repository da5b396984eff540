namespace Paperspace.Simulator.V1;

internal sealed class ListAccessorsRoute() : V1Route("GET", "/machines/{id}/accessors")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var accessors = request.Machine().Accessors.Select(request.Account.Users.Find).OfType<SimulatedUser>();
        return AccessorJson.List.Page(request, accessors.Select(user => new Accessor(user, null)), _ => true);
    }
}
