namespace Paperspace.Client;

/// <summary>Implements the client for users of the Core API.</summary>
internal sealed class CoreUserClient : IUserClient
{
    private const string ListPath = "users/getUsers";

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public CoreUserClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    public IPager<User> List() => new SinglePagePager<User>(token => _connection.SendAsync(
        ApiRequest.Get(ListPath),
        CoreUserJsonMap.Map.Names,
        reader => CoreUserJsonMap.Map.ReadPage(reader, _json),
        token));
}
