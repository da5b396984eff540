namespace Paperspace;

/// <summary>Finds out which API serves an account, and connects to it.</summary>
public interface IPaperspaceConnector : IDisposable
{
    /// <summary>Asks the APIs.</summary>
    /// <param name="requestLog">Receives the requests; null for none.</param>
    /// <param name="cancellationToken">Cancels them.</param>
    /// <exception cref="PaperspaceException">It could not be found out.</exception>
    Task<AccountConnection> ConnectAsync(IRequestLog? requestLog, CancellationToken cancellationToken);
}
