using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Implements the client for other requests to the Core API, whose lists are arrays paged by offset.</summary>
internal sealed class CoreRestClient : IRestClient
{
    private const string Limit = "limit";
    private const string Skip = "skip";
    private const int PageSize = 1000;

    private readonly ApiConnection _connection;

    public CoreRestClient(ApiConnection connection)
    {
        _connection = connection;
    }

    public async Task<object?> SendAsync(RestRequestOptions options, CancellationToken cancellationToken) =>
        await _connection.SendAnyAsync(RestRequests.Create(options, options.Query), cancellationToken).ConfigureAwait(false);

    public IPager<object?> List(RestRequestOptions options)
    {
        RestRequests.RequireRead(options);
        return new OffsetPager<object?>(
            (size, skip, token) => ReadPageAsync(options, size, skip, token),
            RestRequests.GetKey,
            RestRequests.FindNumber(options, Limit, min: 1) ?? PageSize,
            limit: null,
            RestRequests.FindNumber(options, Skip, min: 0) ?? 0,
            _connection.Options.PagesInFlight,
            confirmsEnd: true);
    }

    private async Task<OffsetPage<object?>> ReadPageAsync(RestRequestOptions options, int limit, int skip, CancellationToken cancellationToken)
    {
        var query = RestRequests.Without(options, Limit, Skip).Append(QueryValue.Field(Limit, limit)).ToList();
        if (skip > 0) query.Add(QueryValue.Field(Skip, skip));
        return await _connection.SendAsync(RestRequests.Create(options, query), null, Read, cancellationToken).ConfigureAwait(false);
    }

    private static OffsetPage<object?> Read(JsonReader reader) => JsonValues.Any(reader) is object?[] items
        ? new([.. items])
        : throw new JsonReaderException("it is not a list, because it is not an array.");
}
