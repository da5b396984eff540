using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Reads the lists of the V1 API, which all have the same format.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class V1Pages<T>
    where T : class, new()
{
    private readonly JsonMap<T> _items;
    private readonly JsonMap<CursorPage<T>> _page;

    /// <param name="items">Maps the JSON of an item.</param>
    public V1Pages(JsonMap<T> items)
    {
        _items = items;
        _page = new JsonMap<CursorPage<T>>((_, _) => { })
            .Boolean("hasMore", (it, value) => it.HasMore = value)
            .List("items", items, (it, value, unreadable) => (it.Items, it.Unreadable) = (value, unreadable))
            .String("nextPage", (it, value) => it.NextPage = value);
    }

    /// <summary>Reads a page.</summary>
    /// <param name="query">The query without the paging fields.</param>
    /// <param name="notFoundReason">The reason for an error 404.</param>
    public Task<CursorPage<T>> ReadAsync(
        ApiConnection connection,
        JsonContext json,
        string path,
        IEnumerable<KeyValuePair<string, string>> query,
        CursorPageRequest page,
        PaperspaceErrorReason notFoundReason,
        CancellationToken cancellationToken)
    {
        var fields = new List<KeyValuePair<string, string>> { QueryValue.Field("limit", page.Limit) };
        if (page.Cursor is not null) fields.Add(new("after", page.Cursor));
        fields.AddRange(query);
        var request = new ApiRequest
        {
            Method = RestSharp.Method.Get,
            Path = path,
            Query = fields,
            RetrySafety = RetrySafety.Idempotent,
            NotFoundReason = notFoundReason,
            ResponseReceived = response => page.SetNextPage(V1NextPageFinder.Find(response.Body.Span)),
        };
        return connection.SendAsync(request, _items.Names, reader => Read(reader, json), cancellationToken);
    }

    private CursorPage<T> Read(JsonReader reader, JsonContext json)
    {
        var page = _page.Read(reader, json);
        return page.Items is null ? throw new JsonReaderException("it has no items.") : page;
    }
}
