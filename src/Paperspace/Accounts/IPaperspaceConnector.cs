namespace Paperspace;

/// <summary>Determines which API serves an account, and connects to it.</summary>
public interface IPaperspaceConnector : IDisposable
{
    /// <summary>Asks the APIs. The caller disposes the connection.</summary>
    /// <param name="requestLog">Receives the requests; null for none.</param>
    /// <param name="cancellationToken">Cancels them.</param>
    /// <exception cref="PaperspaceException">The API cannot be determined.</exception>
    Task<IPaperspaceConnection> ConnectAsync(IRequestLog? requestLog, CancellationToken cancellationToken);
}
