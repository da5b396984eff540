namespace Paperspace;

/// <summary>Keeps an account's connection open from the beginning of a command to its end.</summary>
public sealed class AccountReference : IDisposable
{
    private int _isDisposed;

    internal AccountReference(PaperspaceAccount account)
    {
        Account = account;
    }

    /// <summary>Gets the account.</summary>
    public PaperspaceAccount Account { get; }

    /// <summary>Creates a client of the account; the first one finds out which API serves it, where that is not known. The caller disposes
    /// it.</summary>
    /// <param name="requestLog">Receives the requests of this client, and of no other; null for none.</param>
    /// <param name="cancellationToken">Cancels the finding out.</param>
    /// <exception cref="PaperspaceException">It cannot be found out which API serves the account.</exception>
    public Task<IPaperspaceClient> CreateClientAsync(IRequestLog? requestLog, CancellationToken cancellationToken) =>
        Account.CreateClientAsync(requestLog, cancellationToken);

    /// <summary>Asks the API whether it takes the key, and keeps whose key it is where the API tells.</summary>
    /// <param name="requestLog">Receives the requests; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API does not take the key, or cannot be asked.</exception>
    public async Task VerifyAsync(IRequestLog? requestLog, CancellationToken cancellationToken)
    {
        using var client = await Account.CreateClientAsync(requestLog, cancellationToken).ConfigureAwait(false);
        Account.Remember(await client.Account.GetSessionAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Releases the account's connection.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) Account.Release();
    }
}
