namespace Paperspace.Client;

/// <summary>Verifies a key through the Core API, which does not return its user or team.</summary>
internal sealed class CoreAccountClient : IAccountClient
{
    private readonly ApiConnection _connection;

    public CoreAccountClient(ApiConnection connection)
    {
        _connection = connection;
    }

    public async Task<AccountSession> GetSessionAsync(CancellationToken cancellationToken)
    {
        await _connection
            .SendAsync(ApiRequest.Get("machines/getMachines", new KeyValuePair<string, string>("limit", "1")), cancellationToken)
            .ConfigureAwait(false);
        return new AccountSession();
    }
}
