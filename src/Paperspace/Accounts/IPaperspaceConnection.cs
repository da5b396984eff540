namespace Paperspace;

/// <summary>Holds a connection to an account, from which clients with a request log of their own are made.</summary>
/// <remarks>Disposing closes the connection once the last of its clients is disposed: a command keeps the connection it began
/// with.</remarks>
public interface IPaperspaceConnection : IDisposable
{
    /// <summary>Gets the API that is spoken.</summary>
    PaperspaceApiVersion ApiVersion { get; }

    /// <summary>Gets the base address of the API.</summary>
    Uri BaseUri { get; }

    /// <summary>Gets whose key it is; null if the API has not said so.</summary>
    AccountSession? Session { get; }

    /// <summary>Creates a client over this connection.</summary>
    /// <param name="requestLog">Receives the requests of this client, and of no other; null for none.</param>
    /// <exception cref="ObjectDisposedException">The connection is closed.</exception>
    IPaperspaceClient CreateClient(IRequestLog? requestLog = null);
}
