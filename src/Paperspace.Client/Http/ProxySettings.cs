using System.Net;

namespace Paperspace.Client;

/// <summary>Represents the proxy of a connection and its secrets.</summary>
internal sealed class ProxySettings
{
    private ProxySettings(bool isUsed, IWebProxy? proxy, ICredentials? credentials, IEnumerable<string> secrets)
    {
        IsUsed = isUsed;
        Proxy = proxy;
        Credentials = credentials;
        Secrets = [.. secrets];
    }

    private static IReadOnlyList<string> Variables { get; } =
    ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>Gets whether requests use a proxy, if one is configured.</summary>
    public bool IsUsed { get; }

    /// <summary>Gets the proxy; null for the system's.</summary>
    public IWebProxy? Proxy { get; }

    /// <summary>Gets the credentials for the system's proxy; null for those in its address.</summary>
    public ICredentials? Credentials { get; }

    /// <summary>Gets the secrets in the proxy's address and credentials.</summary>
    public IReadOnlyList<string> Secrets { get; }

    /// <summary>Creates the settings from the options. Sends nothing, and reads the system's settings only when they are used.</summary>
    public static ProxySettings Create(PaperspaceClientOptions options)
    {
        if (options.Handler is not null) return new ProxySettings(false, null, null, []);
        var credentials = options.UsesDefaultProxyCredentials ? CredentialCache.DefaultCredentials : options.ProxyCredential;
        var own = options.ProxyCredential is { } credential ? FindSecrets(credential.UserName, credential.Password) : [];
        if (options.Proxy is { } address)
            return new ProxySettings(true, CreateProxy(address, credentials), null, [.. own, .. FindSecrets(address.OriginalString)]);
        // Requests to loopback bypass the proxy, unless one is specified.
        return PaperspaceClientOptions.IsLoopback(options.BaseUri)
            ? new ProxySettings(false, null, null, own)
            : new ProxySettings(
                true,
                null,
                credentials,
                [.. own, .. Variables.SelectMany(name => FindSecrets(Environment.GetEnvironmentVariable(name)))]);
    }

    private static WebProxy CreateProxy(Uri address, ICredentials? credentials)
    {
        var (user, password) = Split(address.UserInfo);
        var bare = new UriBuilder(address) { UserName = "", Password = "" }.Uri;
        return new WebProxy(bare)
        {
            Credentials =
                credentials
                ?? (user.Length == 0 ? null : new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password))),
        };
    }

    private static IEnumerable<string> FindSecrets(string? address)
    {
        if (address is null || address.LastIndexOf('@') is var at && at < 0) return [];
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        var userInfo = address.Substring(scheme < 0 || scheme > at ? 0 : scheme + 3, at - (scheme < 0 || scheme > at ? 0 : scheme + 3));
        var (user, password) = Split(userInfo);
        return
        [
            userInfo + "@",
            .. FindSecrets(user, password),
            .. FindSecrets(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password)),
        ];
    }

    private static IEnumerable<string> FindSecrets(string user, string password) =>
        password.Length == 0 ? [] : [password, $"{user}:{password}"];

    private static (string User, string Password) Split(string userInfo)
    {
        var colon = userInfo.IndexOf(':');
        return colon < 0 ? (userInfo, "") : (userInfo.Substring(0, colon), userInfo.Substring(colon + 1));
    }
}
