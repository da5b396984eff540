using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Reads the user and team of the key through the V1 API.</summary>
internal sealed class V1AccountClient : IAccountClient
{
    public const string SessionPath = "auth/session";

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(5);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public V1AccountClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    /// <summary>Gets the last session; null if none was read.</summary>
    public AccountSession? KnownSession => Shared.LastResult;

    private SharedRequest<AccountSession> Shared => _connection.GetSharedRequest<AccountSession>(SessionPath, TimeToLive);

    public Task<AccountSession> GetSessionAsync(CancellationToken cancellationToken) => Shared.GetAsync(ReadAsync, cancellationToken);

    private async Task<AccountSession> ReadAsync(CancellationToken cancellationToken)
    {
        var session = await _connection
            .SendAsync(ApiRequest.Get(SessionPath), V1SessionJsonMap.Map.Names, Read, cancellationToken)
            .ConfigureAwait(false);
        // For an unknown key V1 answers 200 with the JSON literal null.
        return session?.ToSession() ?? throw new PaperspaceException(
            PaperspaceErrorReason.InvalidApiKey, $"{_connection.KeyHint} Paperspace has no session for it.")
        {
            Method = "GET",
            Status = 200,
        };
    }

    private V1SessionJson? Read(JsonReader reader) => reader.TokenType == JsonToken.Null ? null : V1SessionJsonMap.Map.Read(reader, _json);
}
