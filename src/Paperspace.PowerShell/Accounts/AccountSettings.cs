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

    /// <summary>The host of the API; null for the public one.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The API; null to go by the address, or else to ask which one serves the account.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>The proxy; null for the one that the system is set to.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>The user and password for the proxy; null for those in its address.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Whether the proxy gets the credentials of this computer's user.</summary>
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
