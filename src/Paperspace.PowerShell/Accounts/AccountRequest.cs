namespace Paperspace.PowerShell;

/// <summary>What a command says of the account to use; what it leaves out is looked for in the environment and in files.</summary>
internal sealed record AccountRequest
{
    /// <summary>The name to call the account by.</summary>
    public string Name { get; init; } = AccountResolver.EnvironmentName;

    /// <summary>The key.</summary>
    public ApiKey? Key { get; init; }

    /// <summary>Where the key came from, in words.</summary>
    public string KeySource { get; init; } = "parameter ApiKey";

    /// <summary>The namespace of the team whose key is meant.</summary>
    public string? Team { get; init; }

    /// <summary>The base address of the API.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>The API.</summary>
    public PaperspaceApiVersion? ApiVersion { get; init; }
}
