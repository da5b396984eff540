namespace Paperspace.Simulator.V1;

internal sealed class ListTeamUsersRoute() : V1Route("GET", "/teams/{teamId}/users")
{
    protected override SimulatedResponse Respond(V1Request request)
    {
        MemberJson.RequireTeam(request);
        var role = request.Query.OneOf("role", ["member", "admin", "owner"]);
        return MemberJson.List.Page(request, request.Account.Users.All, user => role switch
        {
            "owner" => user.IsOwner,
            "admin" => user.IsAdmin && !user.IsOwner,
            "member" => !user.IsAdmin && !user.IsOwner,
            _ => true,
        });
    }
}
