namespace Paperspace.PowerShell;

/// <summary>Where the key and the host of the API come from when a command names neither.</summary>
internal static class AccountResolver
{
    /// <summary>The variable with the key.</summary>
    public const string KeyVariable = "PAPERSPACE_API_KEY";

    /// <summary>The variable with the host.</summary>
    public const string HostVariable = "PAPERSPACE_CONFIG_HOST";

    /// <summary>The name of an account that was not connected by a command.</summary>
    public const string EnvironmentName = "environment";

    /// <summary>The settings of the environment.</summary>
    /// <param name="given">The key that a command gave; null to look for one.</param>
    /// <param name="baseUri">The host that a command gave; null to look for one.</param>
    /// <param name="name">The account's name.</param>
    /// <exception cref="PaperspaceException">There is no key, or the host is none.</exception>
    public static AccountSettings Find(ApiKey? given, Uri? baseUri, string name = EnvironmentName)
    {
        var (key, source) = FindKey(given);
        return new AccountSettings { Name = name, Key = key, KeySource = source, BaseUri = baseUri ?? FindHost() };
    }

    private static string ConfigurationPath => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".paperspace", "config.json");

    private static (string Key, string Source) FindKey(ApiKey? given)
    {
        if (given is not null) return (given.Reveal(), "parameter ApiKey");
        if (Environment.GetEnvironmentVariable(KeyVariable) is { } variable && !string.IsNullOrWhiteSpace(variable))
            return (new ApiKey(variable).Reveal(), $"variable {KeyVariable}");
        if (AccountFactory.ReadConfiguredKey(ConfigurationPath) is { } configured)
            return (new ApiKey(configured).Reveal(), $"file {ConfigurationPath}");
        throw new PaperspaceException(
            PaperspaceErrorReason.ApiKeyMissing,
            $"No API key was found. Looked at the parameter -ApiKey, the environment variable {KeyVariable}, and apiKey in {ConfigurationPath}. "
            + "Connect with Connect-PsAccount -ApiKey (Read-Host -AsSecureString), or try everything without a key: Connect-PsAccount -Simulator.");
    }

    private static Uri? FindHost()
    {
        var host = Environment.GetEnvironmentVariable(HostVariable);
        if (string.IsNullOrWhiteSpace(host)) return null;
        return Uri.TryCreate(host!.Trim(), UriKind.Absolute, out var uri)
            ? uri
            : throw PaperspaceException.InvalidRequest($"The environment variable {HostVariable} is not an address such as 'https://api.paperspace.io'.", HostVariable);
    }
}
