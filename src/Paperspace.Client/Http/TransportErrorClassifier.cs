#if NETSTANDARD
using System.Net;
#endif
using System.Net.Sockets;

namespace Paperspace.Client;

/// <summary>Classifies exceptions from the network.</summary>
internal static class TransportErrorClassifier
{
    /// <summary>Returns whether no connection was established, so that nothing was sent.</summary>
    public static bool IsNotConnected(Exception exception)
    {
        // Only the handler's connect timeout has this form.
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

    /// <summary>Returns whether a proxy rejected the connection for missing or wrong credentials.</summary>
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

    /// <summary>Returns whether the connection broke, as opposed to an invalid response.</summary>
    public static bool IsBroken(Exception exception)
    {
#if !NETSTANDARD
        if (Chain(exception).Any(IsMalformed)) return false;
#endif
        return exception is HttpRequestException or IOException or SocketException;
    }

    /// <summary>Returns the message of the innermost exception.</summary>
    public static string Cause(Exception exception) => Chain(exception).Last().Message;

    /// <summary>Returns whether a socket error occurs only before a connection is established.</summary>
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
