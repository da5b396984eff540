using System.Net;
using System.Net.Sockets;

namespace Paperspace.Tests.Support;

/// <summary>A port of this machine that is taken, so that nobody else gets it, and where nothing listens.</summary>
internal sealed class DeafPort : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public DeafPort()
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        BaseUri = new Uri($"http://{_socket.LocalEndPoint}");
    }

    /// <summary>Where a connection is refused.</summary>
    public Uri BaseUri { get; }

    public void Dispose() => _socket.Dispose();
}
