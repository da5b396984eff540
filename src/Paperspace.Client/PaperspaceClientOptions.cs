using System.Net;
using System.Net.Http;

namespace Paperspace.Client;

/// <summary>How to reach an account.</summary>
public sealed class PaperspaceClientOptions
{
    private readonly Uri? _baseUri;

    /// <summary>The account's key. It is sent to <see cref="BaseUri"/> and nowhere else.</summary>
    public required string ApiKey { get; init; }

    /// <summary>The base address of the API: https, or http on loopback. The public one of <see cref="ApiVersion"/> where none is given.</summary>
    public Uri BaseUri
    {
        get => _baseUri ?? PaperspaceClient.GetDefaultBaseUri(ApiVersion ?? default);
        init => _baseUri = value;
    }

    /// <summary>The API to speak; null to go by <see cref="BaseUri"/>: see <see cref="PaperspaceClient.GetApiVersion"/>.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>How long connecting may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one try of a request may take, with its whole answer.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How often a request that can be repeated safely is tried again.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>A request that has taken this long, with the wait that the API asks for, is not tried again.</summary>
    public TimeSpan RetryTimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The longest answer that is read, in bytes after decompression.</summary>
    public int MaximumResponseBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>How many pages of a list are read ahead at the most.</summary>
    public int PagesInFlight { get; init; } = 3;

    /// <summary>The clock for delays, time limits and ages.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What to send requests through instead of the network, such as a simulator; null for the network.</summary>
    public HttpMessageHandler? Handler { get; init; }

    /// <exception cref="PaperspaceException">An option is one that nothing could be sent with, or not safely.</exception>
    internal void Validate()
    {
        ValidateKey();
        ValidateBaseUri();
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
        if (!BaseUri.IsAbsoluteUri || (BaseUri.Scheme != Uri.UriSchemeHttps && BaseUri.Scheme != Uri.UriSchemeHttp))
            throw PaperspaceException.InvalidRequest($"BaseUri '{TerminalText.Sanitize(BaseUri.OriginalString)}' is not an https address.", nameof(BaseUri));
        if (BaseUri.UserInfo.Length > 0)
            throw PaperspaceException.InvalidRequest($"BaseUri names a user or password for '{BaseUri.Host}'. Leave them out: the API takes the key only.", nameof(BaseUri));
        if (BaseUri.Scheme == Uri.UriSchemeHttp && !IsLoopback(BaseUri))
            throw new PaperspaceException(
                PaperspaceErrorReason.InsecureBaseUri,
                $"BaseUri 'http://{BaseUri.Authority}' would send the key unencrypted: http is only for this machine itself.")
            {
                Parameters = [nameof(BaseUri)],
            };
    }

    /// <summary>Returns whether an address stays on this machine: only <c>localhost</c> and the loopback addresses do, in no other disguise.</summary>
    private static bool IsLoopback(Uri address)
    {
        if (string.Equals(address.Host, "localhost", StringComparison.OrdinalIgnoreCase)) return true;
        if (!IPAddress.TryParse(address.DnsSafeHost, out var ip)) return false;
        return IPAddress.IsLoopback(ip.IsIPv4MappedToIPv6 ? ip.MapToIPv4() : ip);
    }
}
