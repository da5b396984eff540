using Newtonsoft.Json;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Sends the requests that have the same format for most kinds of resources of the V1 API.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
internal sealed class V1Resources<T>
    where T : class, new()
{
    private readonly ApiConnection _connection;
    private readonly JsonContext _json;
    private readonly V1Pages<T> _pages;
    private readonly JsonMap<T> _map;
    private readonly JsonMap<V1ActionResponse<T>> _actionMap;
    private readonly Func<T, string> _getId;
    private readonly string _path;
    private readonly string _order;
    private readonly PaperspaceErrorReason _notFoundReason;

    /// <param name="order">The field by which the list is sorted.</param>
    /// <param name="notFoundReason">The reason for an error 404 to a request for one resource.</param>
    public V1Resources(
        ApiConnection connection,
        JsonMap<T> map,
        Func<T, string> getId,
        string path,
        string order = "dtCreated",
        PaperspaceErrorReason notFoundReason = PaperspaceErrorReason.ResourceNotFound)
    {
        (_connection, _map, _getId, _path, _order, _notFoundReason) = (connection, map, getId, path, order, notFoundReason);
        _json = new JsonContext(connection.Time);
        _pages = new V1Pages<T>(map);
        _actionMap = V1ActionResponse<T>.CreateMap(map);
    }

    /// <summary>Lists the resources, newest first.</summary>
    /// <param name="query">The query without the paging fields.</param>
    public IPager<T> List(params KeyValuePair<string, string>[] query) => new CursorPager<T>(
        (page, token) => ReadPageAsync(query, page, token), _getId, V1Protocol.PageSize);

    /// <summary>Reads a page, and skips resources without an id.</summary>
    public async Task<CursorPage<T>> ReadPageAsync(
        IEnumerable<KeyValuePair<string, string>> query, CursorPageRequest page, CancellationToken cancellationToken)
    {
        var read = await _pages
            .ReadAsync(
                _connection, _json, _path, query.Prepend(new("orderBy", _order)), page, PaperspaceErrorReason.NotFound, cancellationToken)
            .ConfigureAwait(false);
        read.Unreadable += read.Items!.RemoveAll(item => _getId(item).Length == 0);
        return read;
    }

    /// <summary>Reads a resource, for which the API may return null.</summary>
    /// <returns>The resource; null if the API returns null.</returns>
    public Task<T?> FindAsync(string id, CancellationToken cancellationToken) => _connection.SendAsync(
        NewRequest(Method.Get, id, null, null, RetrySafety.Idempotent),
        _map.Names,
        reader => reader.TokenType == JsonToken.Null ? null : Require(id, _map.Read(reader, _json)),
        cancellationToken);

    /// <exception cref="PaperspaceException">The resource does not exist, or the request failed.</exception>
    public Task<T> GetAsync(string id, CancellationToken cancellationToken) =>
        SendAsync(id, NewRequest(Method.Get, id, null, null, RetrySafety.Idempotent), cancellationToken);

    public Task<T> CreateAsync(
        IEnumerable<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) =>
        SendAsync(null, NewRequest(Method.Post, null, fields, parameters, RetrySafety.OnlyIfNotProcessed), cancellationToken);

    public Task<T> UpdateAsync(
        string id,
        IEnumerable<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        CancellationToken cancellationToken) =>
        SendAsync(null, NewRequest(Method.Put, id, fields, parameters, RetrySafety.Idempotent), cancellationToken);

    /// <summary>Sends a synchronous action on a resource.</summary>
    /// <param name="action">The action, which follows the id in the path.</param>
    /// <param name="retrySafety">When the request may be sent again after a failure.</param>
    public Task<T> ActAsync(
        string id,
        string action,
        IEnumerable<KeyValuePair<string, object?>> fields,
        RetrySafety retrySafety,
        CancellationToken cancellationToken) =>
        SendAsync(id, NewRequest(Method.Post, id, fields, null, retrySafety, action), cancellationToken);

    /// <summary>Sends the creation of a resource, which takes time.</summary>
    /// <param name="verify">Throws if the resource in the response is not the new one.</param>
    /// <param name="responseReceived">Takes the response before its data is verified; null for none.</param>
    /// <returns>The response, whose data is not null.</returns>
    public Task<V1ActionResponse<T>> BeginCreateAsync(
        IEnumerable<KeyValuePair<string, object?>> fields,
        IReadOnlyDictionary<string, string> parameters,
        Action<T> verify,
        Action<ApiResponse>? responseReceived,
        CancellationToken cancellationToken) =>
        BeginAsync(
            NewRequest(
                Method.Post, null, fields, parameters, RetrySafety.OnlyIfNotProcessed, responseReceived: responseReceived),
            verify,
            cancellationToken);

    /// <summary>Sends an action that takes time, such as a start or the deletion of a snapshot.</summary>
    /// <param name="action">The action, which follows the id in the path; null for none.</param>
    /// <param name="fields">The fields of the request; null for no body.</param>
    /// <param name="parameters">The parameters by the names of the fields; null for none.</param>
    /// <param name="retrySafety">When the request may be sent again after a failure.</param>
    /// <returns>The response, whose data is not null.</returns>
    public Task<V1ActionResponse<T>> BeginAsync(
        Method method,
        string id,
        string? action,
        IEnumerable<KeyValuePair<string, object?>>? fields,
        IReadOnlyDictionary<string, string>? parameters,
        RetrySafety retrySafety,
        CancellationToken cancellationToken) =>
        BeginAsync(
            NewRequest(method, id, fields, parameters, retrySafety, action), resource => Require(id, resource), cancellationToken);

    public Task DeleteAsync(string id, CancellationToken cancellationToken) =>
        _connection.SendAsync(NewRequest(Method.Delete, id, null, null, RetrySafety.OnlyIfNotProcessed), cancellationToken);

    private Task<V1ActionResponse<T>> BeginAsync(ApiRequest request, Action<T> verify, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            request,
            _map.Names,
            reader =>
            {
                var response = _actionMap.Read(reader, _json);
                if (response.Data is null) throw new JsonReaderException("it has no data.");
                if (_getId(response.Data).Length == 0) throw new JsonReaderException("it has no id.");
                verify(response.Data);
                return response;
            },
            cancellationToken);

    private Task<T> SendAsync(string? id, ApiRequest request, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, _map.Names, reader => Require(id, _map.Read(reader, _json)), cancellationToken);

    private ApiRequest NewRequest(
        Method method,
        string? id,
        IEnumerable<KeyValuePair<string, object?>>? fields,
        IReadOnlyDictionary<string, string>? parameters,
        RetrySafety retrySafety,
        string? action = null,
        Action<ApiResponse>? responseReceived = null) => new()
        {
            Method = method,
            Path = string.Join("/", new[] { _path, id is null ? null : Uri.EscapeDataString(id), action }.Where(part => part is not null)),
            Body = fields is null ? null : JsonBody.Object(fields),
            RetrySafety = retrySafety,
            ResponseReceived = responseReceived,
            Parameters = parameters ?? new Dictionary<string, string>(),
            NotFoundReason = id is null ? PaperspaceErrorReason.NotFound : _notFoundReason,
        };

    private T Require(string? id, T resource)
    {
        if (id is null) return resource;
        var received = _getId(resource);
        if (received.Length == 0) throw new JsonReaderException("it has no id.");
        ResponseIdentity.Require(id, received);
        return resource;
    }
}
