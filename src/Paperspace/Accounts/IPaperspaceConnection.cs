namespace Paperspace;

/// <summary>Represents a connection to an account. Each client created from it has its own request log.</summary>
/// <remarks>A disposed connection closes after its last client is disposed, so that running commands can finish.</remarks>
public interface IPaperspaceConnection : IDisposable
{
    /// <summary>Gets the API in use.</summary>
    PaperspaceApiVersion ApiVersion { get; }

    /// <summary>Gets the base address of the API.</summary>
    Uri BaseUri { get; }

    /// <summary>Gets the key's user and team; null if the API did not return them.</summary>
    AccountSession? Session { get; }

    /// <summary>Creates a client that uses this connection.</summary>
    /// <param name="requestLog">Receives the requests of this client only; null for none.</param>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    IPaperspaceClient CreateClient(IRequestLog? requestLog = null);
}
