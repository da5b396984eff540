using System.Net;

namespace Paperspace.Client;

/// <summary>Specifies how to connect to an account.</summary>
public sealed record PaperspaceClientOptions
{
    private Uri? _baseUri;
    private PaperspaceApiVersion? _apiVersion;

    /// <summary>Gets or sets the API key. It is sent only to <see cref="BaseUri"/>.</summary>
    public required string ApiKey { get; init; }

    /// <summary>
    /// Gets or sets the base address of the API: HTTPS, or HTTP on loopback. The default is the public address of
    /// <see cref="ApiVersion"/>.
    /// </summary>
    public Uri BaseUri
    {
        get => _baseUri ?? PaperspaceClient.GetDefaultBaseUri(ApiVersion ?? default);
        init => _baseUri = value;
    }

    /// <summary>
    /// Gets or sets the API; null to derive it from <see cref="BaseUri"/>, see
    /// <see cref="PaperspaceClient.GetApiVersion"/>.
    /// </summary>
    public PaperspaceApiVersion? ApiVersion
    {
        get => _apiVersion;
        init => _apiVersion = value;
    }

    /// <summary>Gets or sets the proxy, optionally with a user and password; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Gets or sets the credentials for the proxy; null for those in its address.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Gets or sets whether to use the current user's credentials for the proxy.</summary>
    public bool UsesDefaultProxyCredentials { get; init; }

    /// <summary>Gets or sets the time limit for connecting. The default is 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets the time limit for one attempt at a request, including its response. The default is 100 seconds.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets the maximum number of retries of a request that can be repeated safely. The default is 4.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Gets or sets the maximum size of a response in bytes after decompression. The default is 64 MB.</summary>
    public int MaximumResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Gets or sets the maximum number of pages of a list to prefetch. The default is 3.</summary>
    public int PagesInFlight { get; init; } = 3;

    /// <summary>Gets or sets the clock for delays, time limits and ages.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Gets or sets the factor by which <see cref="IPaperspaceClient.DelayAsync"/> waits less than real time, for
    /// simulated accounts whose machines change faster. The default is 1.
    /// </summary>
    public double PauseSpeed { get; init; } = 1;

    /// <summary>Gets or sets the message handler to send requests with, such as a simulator; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>
    /// Gets whether the API is known from <see cref="ApiVersion"/> or <see cref="BaseUri"/>, so that no request is
    /// needed to determine it.
    /// </summary>
    public bool IsApiKnown => _apiVersion is not null || _baseUri is not null;

    /// <summary>Returns the base address; never the key.</summary>
    public override string ToString() => BaseUri.ToString();

    /// <summary>Gets whether the other API rejected the key.</summary>
    internal bool IsUnknownToOtherApi { get; private init; }

    /// <summary>Returns a copy of these options for the other API at its public address, after this one rejected the key.</summary>
    internal PaperspaceClientOptions ForOtherApi(PaperspaceApiVersion other) =>
        this with { _apiVersion = other, _baseUri = null, IsUnknownToOtherApi = true };

    /// <exception cref="PaperspaceException">An option is invalid or insecure.</exception>
    internal void Validate()
    {
        ValidateKey();
        ValidateBaseUri();
        ValidateProxy();
        ValidateTimeLimit(ConnectTimeout, nameof(ConnectTimeout));
        ValidateTimeLimit(RequestTimeout, nameof(RequestTimeout));
    }

    private static void ValidateTimeLimit(TimeSpan limit, string name)
    {
        if (limit > TimeSpan.Zero && limit.TotalMilliseconds <= int.MaxValue) return;
        throw PaperspaceException.InvalidRequest($"{name} must be greater than 0 and at most 24 days.", name);
    }

    private void ValidateKey()
    {
        if (string.IsNullOrWhiteSpace(ApiKey))
            throw new PaperspaceException(PaperspaceErrorReason.ApiKeyMissing, "The API key is empty.") { Parameters = [nameof(ApiKey)] };
        if (ApiKey.Any(c => c is <= ' ' or > '~'))
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidApiKey,
                "The API key contains an invalid character, such as a space or a line break. Nothing was sent.")
            {
                Parameters = [nameof(ApiKey)],
            };
    }

    private void ValidateBaseUri()
    {
        if (!IsHttp(BaseUri))
            throw PaperspaceException.InvalidRequest($"BaseUri '{Show(BaseUri)}' is not an https address.", nameof(BaseUri));
        if (BaseUri.UserInfo.Length > 0)
            throw PaperspaceException.InvalidRequest(
                $"BaseUri for '{BaseUri.Host}' contains a user or password. Omit them; the API accepts only the key.",
                nameof(BaseUri));
        if (BaseUri.Query.Length > 0 || BaseUri.Fragment.Length > 0)
            throw PaperspaceException.InvalidRequest(
                $"BaseUri for '{BaseUri.Host}' has a query or a fragment. Specify only an address, such as "
                    + "'https://api.paperspace.com/v1'.",
                nameof(BaseUri));
        if (BaseUri.Scheme == Uri.UriSchemeHttp && !IsLoopback(BaseUri))
            throw new PaperspaceException(
                PaperspaceErrorReason.InsecureBaseUri,
                $"BaseUri 'http://{BaseUri.Authority}' would send the key unencrypted. HTTP is allowed only on this computer.")
            {
                Parameters = [nameof(BaseUri)],
            };
    }

    private void ValidateProxy()
    {
        if (ProxyCredential is not null && UsesDefaultProxyCredentials)
            throw PaperspaceException.InvalidRequest(
                "Specify either ProxyCredential or the default proxy credentials, not both.",
                nameof(ProxyCredential),
                nameof(UsesDefaultProxyCredentials));
        if (Proxy is null) return;
        if (!IsHttp(Proxy))
            throw PaperspaceException.InvalidRequest(
                $"Proxy '{Show(Proxy)}' is not an http address such as 'http://proxy.example.org:3128'.",
                nameof(Proxy));
        if (BaseUri.Scheme == Uri.UriSchemeHttp && !IsLoopback(Proxy))
            throw new PaperspaceException(
                PaperspaceErrorReason.InsecureBaseUri,
                $"The proxy '{Proxy.Host}' would receive the key unencrypted, because BaseUri is an http address.")
            {
                Parameters = [nameof(Proxy)],
            };
    }

    private static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Formats an invalid address for an error, without its user and password.</summary>
    private static string Show(Uri address)
    {
        var text = address.OriginalString;
        return TerminalText.Sanitize(text.Substring(text.LastIndexOf('@') + 1));
    }

    /// <summary>Returns whether an address stays on this computer: only <c>localhost</c> and loopback addresses do.</summary>
    internal static bool IsLoopback(Uri address)
    {
        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (!IPAddress.TryParse(address.DnsSafeHost, out var ip)) return false;
        return IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
    }
}
