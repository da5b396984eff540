namespace Paperspace.PowerShell;

/// <summary>Holds what a command says of the account to use; what it leaves out is looked for in the environment and in files.</summary>
internal sealed record AccountRequest
{
    public string Name { get; init; } = AccountResolver.EnvironmentName;

    public ApiKey? Key { get; init; }

    /// <summary>Gets or sets where the key came from, in words.</summary>
    public string KeySource { get; init; } = "parameter ApiKey";

    /// <summary>Gets or sets the namespace of the team whose key is meant.</summary>
    public string? Team { get; init; }

    public Uri? BaseUri { get; init; }

    public PaperspaceApiVersion? ApiVersion { get; init; }
}
