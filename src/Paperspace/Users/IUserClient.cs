namespace Paperspace;

/// <summary>Reaches the users of an account's team.</summary>
public interface IUserClient
{
    /// <summary>Lists the users page by page. Nothing is sent until the first page is asked for. (Core: <c>GET /users/getUsers</c>; V1:
    /// <c>GET /teams/{teamId}/users</c>, for the team that the key belongs to.)</summary>
    IPager<User> List();
}
