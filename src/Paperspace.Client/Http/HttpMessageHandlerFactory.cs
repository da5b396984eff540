using System.Net;

namespace Paperspace.Client;

/// <summary>Makes the handler that talks to the network.</summary>
internal static class HttpMessageHandlerFactory
{
    private const int MaxConnections = 256;

    /// <summary>Creates a handler that follows no redirect and keeps no cookie, so that the key goes to one host only. TLS is the
    /// platform's.</summary>
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
            // Windows PowerShell 5.1 would begin with SSL 3, which the API does not take.
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
            // A machine's name can come to mean another address while a session lasts for days.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
#endif
    }
}
