namespace Paperspace;

/// <summary>Provides access to the users of an account's team.</summary>
public interface IUserClient
{
    /// <summary>
    /// Lists the users page by page. Nothing is sent until the first page is requested.
    /// (Core: <c>GET /users/getUsers</c>. V1: <c>GET /teams/{teamId}/users</c>, for the key's team.)
    /// </summary>
    IPager<User> List();
}
