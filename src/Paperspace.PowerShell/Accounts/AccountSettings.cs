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

    /// <summary>The API; null to go by the address.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }

    /// <summary>How long connecting may take; null for the default.</summary>
    public TimeSpan? ConnectTimeout { get; init; }

    /// <summary>How long a request may take; null for the default.</summary>
    public TimeSpan? RequestTimeout { get; init; }

    /// <summary>How often a request is tried again; null for the default.</summary>
    public int? MaximumRetryCount { get; init; }

    /// <summary>Never the key.</summary>
    public override string ToString() => Name;
}
