using System.Net;

namespace Paperspace.Client;

/// <summary>Creates the handler that accesses the network.</summary>
internal static class HttpMessageHandlerFactory
{
    private const int MaxConnections = 256;

    /// <summary>
    /// Creates a handler without redirects and cookies, so that the key goes to one host only. TLS validation is the
    /// platform's default.
    /// </summary>
    public static HttpMessageHandler Create(PaperspaceClientOptions options, ProxySettings proxy)
    {
#if NETSTANDARD
        return new ConnectTimeoutHandler(options, proxy, new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = proxy.IsUsed,
            Proxy = proxy.Proxy,
            DefaultProxyCredentials = proxy.Credentials,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = MaxConnections,
            // Windows PowerShell 5.1 offers SSL 3 by default, which the API rejects.
            SslProtocols = System.Security.Authentication.SslProtocols.Tls12,
        });
#else
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = proxy.IsUsed,
            Proxy = proxy.Proxy,
            DefaultProxyCredentials = proxy.Credentials,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = MaxConnections,
            ConnectTimeout = options.ConnectTimeout,
            // The address of a host can change during a session of several days.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#endif
    }
}
