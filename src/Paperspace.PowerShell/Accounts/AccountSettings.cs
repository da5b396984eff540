using System.Net;

namespace Paperspace.PowerShell;

/// <summary>What an account is made of.</summary>
internal sealed record AccountSettings
{
    /// <summary>The name to call it by.</summary>
    public required string Name { get; init; }

    /// <summary>The key.</summary>
    public required string Key { get; init; }

    /// <summary>Where the key came from, in words.</summary>
    public required string KeySource { get; init; }

    /// <summary>The base address of the API; null for the public one of the API.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The API; null where it is asked which one serves the account.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>The proxy; null for the one that the system is set to.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Who the proxy is told to be asked by; null for what the proxy's address says.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Whether the proxy is told the credentials of the user of this computer.</summary>
    public bool UsesDefaultProxyCredentials { get; init; }

    /// <summary>How long connecting may take; null for the default.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>How long a request may take; null for the default.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>How often a request is tried again; null for the default.</summary>
    public int? MaximumRetryCount { get; init; }

    /// <summary>Never the key.</summary>
    public override string ToString() => Name;
}
