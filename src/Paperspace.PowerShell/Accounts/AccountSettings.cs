using System.Net;

namespace Paperspace.PowerShell;

/// <summary>Holds what an account is made of.</summary>
internal sealed record AccountSettings
{
    /// <summary>Gets or sets the name to call it by.</summary>
    public required string Name { get; init; }

    /// <summary>Gets or sets the key.</summary>
    public required string Key { get; init; }

    /// <summary>Gets or sets where the key came from, in words.</summary>
    public required string KeySource { get; init; }

    /// <summary>Gets or sets the host of the API; null for the public one.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>Gets or sets the API; null to go by the address, or else to ask which one serves the account.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>Gets or sets the proxy; null for the one that the system is set to.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Gets or sets the user and password for the proxy; null for those in its address.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Gets or sets whether the proxy gets the credentials of this computer's user.</summary>
    public bool UsesDefaultProxyCredentials { get; init; }

    /// <summary>Gets or sets how long connecting may take; null for the default.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>Gets or sets how long a request may take; null for the default.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>Gets or sets how often a request is tried again; null for the default.</summary>
    public int? MaximumRetryCount { get; init; }

    /// <summary>Returns a text that never has the key.</summary>
    public override string ToString() => Name;
}
