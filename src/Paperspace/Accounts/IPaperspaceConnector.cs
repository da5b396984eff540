namespace Paperspace;

/// <summary>Determines which API an account uses, and connects to it.</summary>
public interface IPaperspaceConnector : IDisposable
{
    /// <summary>Determines the API and connects. The caller disposes the connection.</summary>
    /// <param name="requestLog">Receives the requests; null for none.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <exception cref="PaperspaceException">The API cannot be determined.</exception>
    Task<IPaperspaceConnection> ConnectAsync(IRequestLog? requestLog, CancellationToken cancellationToken);
}
