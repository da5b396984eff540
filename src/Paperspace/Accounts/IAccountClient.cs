namespace Paperspace;

/// <summary>Reads what an API tells of the account itself.</summary>
public interface IAccountClient
{
    /// <summary>Checks the key, and returns whose it is. (V1: <c>GET /auth/session</c>; Core, which does not tell: a list of one
    /// machine.)</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The API does not take the key (<see cref="PaperspaceErrorReason.InvalidApiKey"/>), or cannot
    /// be asked.</exception>
    Task<AccountSession> GetSessionAsync(CancellationToken cancellationToken);
}
