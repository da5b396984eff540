using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedUser>;

namespace Paperspace.Simulator.Core;

internal sealed class ListUsersRoute() : CoreRoute("GET", "/users/getUsers")
{
    // The API spells the names in lower case here, and only here.
    private static readonly JsonMap<SimulatedUser> Map = new(
        Field.Text("id", user => user.Id),
        Field.Text("email", user => user.Email),
        Field.Text("firstname", user => user.FirstName),
        Field.Text("lastname", user => user.LastName),
        Field.Date("dtCreated", user => user.CreatedAt),
        Field.Text("teamId", user => user.TeamId),
        Field.Boolean("isAdmin", user => user.IsOwner).Unfiltered(),
        Field.Boolean("isOwner", user => user.IsOwner).Unfiltered());

    protected override SimulatedResponse Respond(CoreRequest request) => Map.List(request.Account.Users.All, request.Query);
}
