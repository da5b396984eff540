using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Implements the client for other requests to the V1 API, whose lists are objects with items, paged by cursor.</summary>
internal sealed class V1RestClient : IRestClient
{
    private const string Limit = "limit";
    private const string After = "after";

    private static readonly JsonMap<CursorPage<object?>> Page = new JsonMap<CursorPage<object?>>((_, _) => { })
        .Boolean("hasMore", (it, value) => it.HasMore = value)
        .Value("items", (it, value) => it.Items = value is object?[] items ? [.. items] : null)
        .String("nextPage", (it, value) => it.NextPage = value);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public V1RestClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    public async Task<object?> SendAsync(RestRequestOptions options, CancellationToken cancellationToken) =>
        await _connection.SendAnyAsync(RestRequests.Create(options, options.Query), cancellationToken).ConfigureAwait(false);

    public IPager<object?> List(RestRequestOptions options)
    {
        RestRequests.RequireRead(options);
        return new CursorPager<object?>(
            (page, token) => ReadPageAsync(options, page, token),
            RestRequests.GetKey,
            RestRequests.FindNumber(options, Limit, min: 1) ?? V1Protocol.PageSize);
    }

    private async Task<CursorPage<object?>> ReadPageAsync(
        RestRequestOptions options,
        CursorPageRequest page,
        CancellationToken cancellationToken)
    {
        var query = RestRequests.Without(options, Limit, After).Append(QueryValue.Field(Limit, page.Limit)).ToList();
        if ((page.Cursor ?? RestRequests.FindString(options, After)) is { } cursor) query.Add(new(After, cursor));
        return await _connection.SendAsync(RestRequests.Create(options, query), Page.Names, Read, cancellationToken).ConfigureAwait(false);
    }

    private CursorPage<object?> Read(JsonReader reader)
    {
        if (reader.TokenType == JsonToken.StartArray) return new CursorPage<object?> { Items = [.. (object?[])JsonValues.Any(reader)!] };
        var page = reader.TokenType == JsonToken.StartObject ? Page.Read(reader, _json) : new CursorPage<object?>();
        return page.Items is null ? throw new JsonReaderException("it is not a list, because it has no items.") : page;
    }
}
