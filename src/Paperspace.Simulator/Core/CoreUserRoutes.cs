namespace Paperspace.Simulator;

internal static class CoreUserRoutes
{
    // Names are in lower case only here.
    private static readonly ResourceWriter<SimulatedUser> Writer = new ResourceWriter<SimulatedUser>()
        .String("id", user => user.Id)
        .String("email", user => user.Email)
        .String("firstname", user => user.FirstName)
        .String("lastname", user => user.LastName)
        .Date("dtCreated", user => user.CreatedAt)
        .String("teamId", user => user.TeamId)
        .Boolean("isAdmin", user => user.IsOwner).FilteredAs(null)
        .Boolean("isOwner", user => user.IsOwner).FilteredAs(null);

    public static void Register(RouteTable<CoreRequest> routes) =>
        routes.Get("/users/getUsers", request => Writer.ToResponse(request.Account.Users.All, request.Query));
}
