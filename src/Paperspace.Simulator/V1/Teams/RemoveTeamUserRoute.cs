namespace Paperspace.Simulator.V1;

internal sealed class RemoveTeamUserRoute() : V1Route("DELETE", "/teams/{teamId}/users/{userId}")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        var user = MemberJson.Find(request);
        if (user.IsOwner)
            throw new RequestRejectedException(403, "You do not have permission to access this resource.");
        request.Account.Users.Remove(user, request.Now);
        return V1Response.Of(MemberJson.Membership, user, request);
    }
}
