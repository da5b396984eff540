using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;

namespace Paperspace.Client.Core.Users;

/// <summary>Reaches users through the Core API.</summary>
internal sealed class CoreUserClient : IUserClient
{
    private const string ListPath = "users/getUsers";

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    public CoreUserClient(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <inheritdoc/>
    public IPager<User> List() => new SinglePagePager<User>(async token => new Page<User>(await _connection.SendAsync(
        ApiRequest.Get(ListPath), UserJsonMap.Map.Names, reader => UserJsonMap.Map.ReadArray(reader, _json), token).ConfigureAwait(false)));
}
