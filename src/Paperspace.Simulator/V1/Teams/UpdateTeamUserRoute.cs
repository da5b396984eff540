namespace Paperspace.Simulator.V1;

internal sealed class UpdateTeamUserRoute() : V1Route("PUT", "/teams/{teamId}/users/{userId}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var user = MemberJson.Find(request);
        var isAdmin = request.Body.RequiredFlag("isAdmin");
        request.Body.Validate();
        user.IsAdmin = isAdmin;
        return V1Response.Of(MemberJson.Membership, user, request);
    }
}
