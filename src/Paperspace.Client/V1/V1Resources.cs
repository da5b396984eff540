using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Operations;
using RestSharp;

namespace Paperspace.Client.V1;

/// <summary>Sends the requests that the V1 API has in the same form for most kinds of resources.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal sealed class V1Resources<T>
    where T : class, new()
{
    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();
    private readonly V1Pages<T> _pages;
    private readonly V1Actions<T> _actions;
    private readonly JsonMap<T> _map;
    private readonly Func<T, string> _getId;
    private readonly string _path;
    private readonly string _order;

    /// <summary>Creates the requests over a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="map">Maps the JSON of a resource.</param>
    /// <param name="getId">Returns a resource's id.</param>
    /// <param name="path">The path of the list.</param>
    /// <param name="order">The field that the list is ordered by.</param>
    public V1Resources(ApiConnection connection, JsonMap<T> map, Func<T, string> getId, string path, string order = "dtCreated")
    {
        (_connection, _map, _getId, _path, _order) = (connection, map, getId, path, order);
        _pages = new V1Pages<T>(map);
        _actions = new V1Actions<T>(map);
    }

    /// <summary>Lists the resources, newest first.</summary>
    /// <param name="query">What is asked for beside the page.</param>
    public IPager<T> List(params KeyValuePair<string, string>[] query) => new CursorPager<T>(
        (page, token) => _pages.ReadAsync(
            _connection, _json, _path, query.Prepend(new("orderBy", _order)), page, PaperspaceErrorReason.NotFound, token),
        _getId,
        V1Lists.PageSize);

    /// <summary>Reads a resource.</summary>
    /// <returns>The resource; null where the API responds with nothing.</returns>
    public Task<T?> FindAsync(string id, CancellationToken cancellationToken) => _connection.SendAsync(
        NewRequest(Method.Get, id, null, null, Repeatability.Always),
        _map.Names,
        reader => reader.TokenType == JsonToken.Null ? null : Require(id, _map.Read(reader, _json)),
        cancellationToken);

    /// <summary>Reads a resource.</summary>
    /// <exception cref="PaperspaceException">There is none, or the request failed.</exception>
    public Task<T> GetAsync(string id, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            NewRequest(Method.Get, id, null, null, Repeatability.Always),
            _map.Names,
            reader => Require(id, _map.Read(reader, _json)),
            cancellationToken);

    /// <summary>Creates a resource.</summary>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="parameters">The parameters behind them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> CreateAsync(
        IEnumerable<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) =>
        _connection.SendAsync(
            NewRequest(Method.Post, null, fields, parameters, Repeatability.IfUnhandled),
            _map.Names,
            reader => _map.Read(reader, _json),
            cancellationToken);

    /// <summary>Changes a resource.</summary>
    /// <param name="id">The resource's id.</param>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="parameters">The parameters behind them.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> UpdateAsync(
        string id,
        IEnumerable<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) =>
        _connection.SendAsync(
            NewRequest(Method.Put, id, fields, parameters, Repeatability.Always),
            _map.Names,
            reader => _map.Read(reader, _json),
            cancellationToken);

    /// <summary>Sends an action on a resource that is carried out at once.</summary>
    /// <param name="id">The resource's id.</param>
    /// <param name="action">The action, as it follows the id in the path.</param>
    /// <param name="fields">The fields of the request.</param>
    /// <param name="repeatability">When it may be sent again.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<T> ActAsync(
        string id,
        string action,
        IEnumerable<KeyValuePair<string, object?>> fields,
        Repeatability repeatability,
        CancellationToken cancellationToken) =>
        _connection.SendAsync(
            NewRequest(Method.Post, id, fields, null, repeatability, action),
            _map.Names,
            reader => Require(id, _map.Read(reader, _json)),
            cancellationToken);

    /// <summary>Sends an action that takes time, such as the creation of what is not there at once.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="id">The resource's id; null for a new one.</param>
    /// <param name="action">The action, as it follows the id in the path; null for none.</param>
    /// <param name="fields">The fields of the request; null for no body.</param>
    /// <param name="parameters">The parameters behind them; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<ActionResponse<T>> BeginAsync(
        Method method,
        string? id,
        string? action,
        IEnumerable<KeyValuePair<string, object?>>? fields,
        IReadOnlyDictionary<string, string>? parameters,
        CancellationToken cancellationToken) =>
        _actions.SendAsync(
            _connection,
            _json,
            NewRequest(method, id, fields, parameters, Repeatability.IfUnhandled, action),
            id is null ? null : resource => Require(id, resource),
            cancellationToken);

    /// <summary>Deletes a resource.</summary>
    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        _connection.SendAsync(NewRequest(Method.Delete, id, null, null, Repeatability.IfUnhandled), cancellationToken);

    private ApiRequest NewRequest(
        Method method,
        string? id,
        IEnumerable<KeyValuePair<string, object?>>? fields,
        IReadOnlyDictionary<string, string>? parameters,
        Repeatability repeatability,
        string? action = null) => new()
        {
            Method = method,
            Path = string.Join("/", new[] { _path, id is null ? null : Uri.EscapeDataString(id), action }.Where(part => part is not null)),
            Body = fields is null ? null : JsonText.Object(fields),
            Repeatability = repeatability,
            Parameters = parameters ?? new Dictionary<string, string>(),
            NotFoundReason = id is null ? PaperspaceErrorReason.NotFound : PaperspaceErrorReason.ResourceNotFound,
        };

    private T Require(string id, T resource)
    {
        ResponseIdentity.Require(id, _getId(resource));
        return resource;
    }
}
