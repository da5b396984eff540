#if NETSTANDARD
using System.Net;
#endif
using System.Net.Sockets;

namespace Paperspace.Client;

/// <summary>Classifies exceptions from the network.</summary>
internal static class TransportErrorClassifier
{
    /// <summary>Returns whether no connection came about, so that nothing can have been sent.</summary>
    public static bool IsNotConnected(Exception exception)
    {
        // The time limit of connecting is the only one that ends in this way; it is part of the handler, not of a request.
        if (exception is OperationCanceledException { InnerException: TimeoutException }) return true;
#if NETSTANDARD
        return Chain(exception).OfType<WebException>().Any(web => web.Status
            is WebExceptionStatus.ConnectFailure
            or WebExceptionStatus.NameResolutionFailure
            or WebExceptionStatus.ProxyNameResolutionFailure
            or WebExceptionStatus.SecureChannelFailure
            or WebExceptionStatus.TrustFailure) || IsRefused(exception);
#else
        return exception is HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
        } || IsRefused(exception);
#endif
    }

    /// <summary>Returns whether a proxy refused the connection for lack of credentials.</summary>
    public static bool IsProxyAuthenticationRequired(Exception exception)
    {
#if NETSTANDARD
        return Chain(exception)
            .OfType<WebException>()
            .Any(web => web.Response is HttpWebResponse { StatusCode: HttpStatusCode.ProxyAuthenticationRequired });
#else
        return exception is HttpRequestException { StatusCode: System.Net.HttpStatusCode.ProxyAuthenticationRequired };
#endif
    }

    /// <summary>Returns whether the connection broke, as opposed to carrying something that is no response.</summary>
    public static bool IsBroken(Exception exception)
    {
#if !NETSTANDARD
        if (Chain(exception).Any(IsMalformed)) return false;
#endif
        return exception is HttpRequestException or IOException or SocketException;
    }

    /// <summary>Returns what the innermost cause says.</summary>
    public static string Cause(Exception exception) => Chain(exception).Last().Message;

    /// <summary>Returns whether a socket's error is one that comes only before there is a connection.</summary>
    private static bool IsRefused(Exception exception) => Chain(exception).OfType<SocketException>().Any(socket => socket.SocketErrorCode
        is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain);

#if !NETSTANDARD
    private static bool IsMalformed(Exception exception) => exception switch
    {
        HttpRequestException request => IsMalformed(request.HttpRequestError),
        HttpIOException reading => IsMalformed(reading.HttpRequestError),
        _ => false,
    };

    private static bool IsMalformed(HttpRequestError error) => error
        is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded or HttpRequestError.HttpProtocolError;
#endif

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException) yield return at;
    }
}
