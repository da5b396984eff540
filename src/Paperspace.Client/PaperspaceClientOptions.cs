using System.Net;

namespace Paperspace.Client;

/// <summary>Holds how an account is reached.</summary>
public sealed record PaperspaceClientOptions
{
    private Uri? _baseUri;
    private PaperspaceApiVersion? _apiVersion;

    /// <summary>Gets or sets the account's key. It is sent to <see cref="BaseUri"/> and nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>Gets or sets the base address of the API: https, or http on loopback. The public one of <see cref="ApiVersion"/> where none
    /// is given.</summary>
    public Uri BaseUri
    {
        get => _baseUri ?? PaperspaceClient.GetDefaultBaseUri(ApiVersion ?? default);
        init => _baseUri = value;
    }

    /// <summary>Gets or sets the API to speak; null to go by <see cref="BaseUri"/>: see
    /// <see cref="PaperspaceClient.GetApiVersion"/>.</summary>
    public PaperspaceApiVersion? ApiVersion
    {
        get => _apiVersion;
        init => _apiVersion = value;
    }

    /// <summary>Gets or sets the proxy, perhaps with a user and password; null for the one that the system is set to.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Gets or sets the user and password for the proxy; null for those in its address.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Gets or sets whether the proxy gets the credentials of this computer's user.</summary>
    public bool UsesDefaultProxyCredentials { get; init; }

    /// <summary>Gets or sets how long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Gets or sets how long one try of a request may take, with its whole response.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>Gets or sets how often a request that can be repeated safely is tried again.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>Gets or sets the longest response that is read, in bytes after decompression.</summary>
    public int MaximumResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Gets or sets how many pages of a list are prefetched at the most.</summary>
    public int PagesInFlight { get; init; } = 3;

    /// <summary>Gets or sets the clock for delays, time limits and ages.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Gets or sets how many times faster than in reality the pauses of <see cref="IPaperspaceClient.DelayAsync"/> pass; for
    /// simulated accounts, whose machines change as much faster.</summary>
    public double PauseSpeed { get; init; } = 1;

    /// <summary>Gets or sets what to send requests through instead of the network, such as a simulator; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <summary>Gets whether the API is known, by its version or its address, rather than to be determined by asking.</summary>
    public bool IsApiKnown => _apiVersion is not null || _baseUri is not null;

    /// <summary>Returns the address; never the key.</summary>
    public override string ToString() => BaseUri.ToString();

    /// <summary>Gets whether the other API has said that it does not know the key.</summary>
    internal bool IsUnknownToOtherApi { get; private init; }

    /// <summary>Returns the same options for the other API at its public address, this one having said that it does not know the
    /// key.</summary>
    internal PaperspaceClientOptions ForOtherApi(PaperspaceApiVersion other) =>
        this with { _apiVersion = other, _baseUri = null, IsUnknownToOtherApi = true };

    /// <exception cref="PaperspaceException">An option is one that nothing could be sent with, or not safely.</exception>
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
        throw PaperspaceException.InvalidRequest($"{name} is a time limit, above 0 and at the most 24 days.", name);
    }

    private void ValidateKey()
    {
        if (string.IsNullOrWhiteSpace(ApiKey))
            throw new PaperspaceException(PaperspaceErrorReason.ApiKeyMissing, "The API key is empty.") { Parameters = [nameof(ApiKey)] };
        if (ApiKey.Any(c => c is <= ' ' or > '~'))
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidApiKey,
                "The API key has a character that no key has, such as a space or a line break. Nothing was sent.")
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
                $"BaseUri names a user or password for '{BaseUri.Host}'. Leave them out: the API takes the key only.",
                nameof(BaseUri));
        if (BaseUri.Query.Length > 0 || BaseUri.Fragment.Length > 0)
            throw PaperspaceException.InvalidRequest(
                $"BaseUri for '{BaseUri.Host}' has a query or a fragment. Give the address alone, such as 'https://api.paperspace.com/v1'.",
                nameof(BaseUri));
        if (BaseUri.Scheme == Uri.UriSchemeHttp && !IsLoopback(BaseUri))
            throw new PaperspaceException(
                PaperspaceErrorReason.InsecureBaseUri,
                $"BaseUri 'http://{BaseUri.Authority}' would send the key unencrypted: http is only for this machine itself.")
            {
                Parameters = [nameof(BaseUri)],
            };
    }

    private void ValidateProxy()
    {
        if (ProxyCredential is not null && UsesDefaultProxyCredentials)
            throw PaperspaceException.InvalidRequest(
                "ProxyCredential and the default credentials are two answers to one question. Use one of them.",
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
                $"The proxy '{Proxy.Host}' would get the key unencrypted, since the base address is an http address.")
            {
                Parameters = [nameof(Proxy)],
            };
    }

    private static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>Shows an address that is none of the kind wanted, without the user and password that it may have.</summary>
    private static string Show(Uri address)
    {
        var text = address.OriginalString;
        return TerminalText.Sanitize(text.Substring(text.LastIndexOf('@') + 1));
    }

    /// <summary>Returns whether an address stays on this machine: only <c>localhost</c> and the loopback addresses do, in no other
    /// disguise.</summary>
    internal static bool IsLoopback(Uri address)
    {
        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (!IPAddress.TryParse(address.DnsSafeHost, out var ip)) return false;
        return IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
    }
}
