namespace Paperspace;

/// <summary>Reads information about the account itself.</summary>
public interface IAccountClient
{
    /// <summary>
    /// Verifies the key and returns its user and team. V1 calls <c>GET /auth/session</c>. Core does not return them: it
    /// lists one machine to verify the key.
    /// </summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API rejects the key
    /// (<see cref="PaperspaceErrorReason.InvalidApiKey"/>), or the request fails.</exception>
    Task<AccountSession> GetSessionAsync(CancellationToken cancellationToken);
}
