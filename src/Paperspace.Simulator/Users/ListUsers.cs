namespace Paperspace.Simulator;

internal sealed class ListUsers() : Route("GET", "/users/getUsers")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request) => User.Fields.List(account.Users.All, request.Query);
}
