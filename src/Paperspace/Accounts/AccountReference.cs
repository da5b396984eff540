namespace Paperspace;

/// <summary>
/// Holds an account for one command. Its connection stays open until the command ends, even if the account is
/// disconnected meanwhile.
/// </summary>
public sealed class AccountReference : IDisposable
{
    private readonly IRequestLog? _requestLog;
    private IPaperspaceClient? _client;
    private int _isDisposed;

    internal AccountReference(PaperspaceAccount account, IRequestLog? requestLog)
    {
        Account = account;
        _requestLog = requestLog;
    }

    /// <summary>Gets the account.</summary>
    public PaperspaceAccount Account { get; }

    /// <summary>
    /// Returns the command's client, which is disposed with this reference. The first call for an account may send
    /// requests to determine its API. Not thread-safe.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API that serves the account cannot be determined.</exception>
    public async Task<IPaperspaceClient> GetClientAsync(CancellationToken cancellationToken) =>
        _client ??= await Account.CreateClientAsync(_requestLog, cancellationToken).ConfigureAwait(false);

    /// <summary>Verifies that the API accepts the key, and stores the key's user and team if the API returns them.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API rejects the key, or cannot be reached.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        var client = await GetClientAsync(cancellationToken).ConfigureAwait(false);
        Account.SetSession(await client.Account.GetSessionAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Releases the account's connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _client?.Dispose();
        Account.Release();
    }
}
