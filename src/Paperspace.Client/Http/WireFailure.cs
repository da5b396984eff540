using System.Net.Http;
using System.Net.Sockets;

namespace Paperspace.Client.Http;

/// <summary>What kind of failure an exception from the network is.</summary>
internal static class WireFailure
{
    /// <summary>Whether no connection came about, so that nothing can have been sent.</summary>
    public static bool IsNotConnected(Exception exception)
    {
#if !NETSTANDARD
        if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError })
            return true;
#endif
        return Chain(exception).OfType<SocketException>().Any(socket => socket.SocketErrorCode
            is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable
            or SocketError.NetworkUnreachable or SocketError.NoData or SocketError.TryAgain);
    }

    /// <summary>Whether the connection failed or broke.</summary>
    public static bool IsConnection(Exception exception) => exception is HttpRequestException or IOException or SocketException;

    /// <summary>What the innermost cause says.</summary>
    public static string Cause(Exception exception) => Chain(exception).Last().Message;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? at = exception; at is not null; at = at.InnerException) yield return at;
    }
}
