namespace Paperspace.PowerShell;

/// <summary>Where the key and the host of the API come from when a command names neither.</summary>
internal static class AccountResolver
{
    /// <summary>The variable with the key.</summary>
    public const string KeyVariable = "PAPERSPACE_API_KEY";

    /// <summary>The variables with a base address, each for its API.</summary>
    private static readonly KeyValuePair<PaperspaceApiVersion, string>[] AddressVariables =
    [
        new(PaperspaceApiVersion.V1, "PAPERSPACE_API_URL"), new(PaperspaceApiVersion.Core, "PAPERSPACE_CONFIG_HOST"),
    ];

    /// <summary>The name of an account that was not connected by a command.</summary>
    public const string EnvironmentName = "environment";

    /// <summary>The settings of the environment.</summary>
    /// <param name="given">The key that a command gave; null to look for one.</param>
    /// <param name="baseUri">The base address that a command gave; null to look for one.</param>
    /// <param name="apiVersion">The API that a command gave; null to go by the address.</param>
    /// <param name="name">The account's name.</param>
    /// <exception cref="PaperspaceException">There is no key, or the host is none.</exception>
    public static AccountSettings Find(ApiKey? given, Uri? baseUri, PaperspaceApiVersion? apiVersion = null, string name = EnvironmentName)
    {
        var (key, source) = FindKey(given);
        var settings = new AccountSettings { Name = name, Key = key, KeySource = source, BaseUri = baseUri, ApiVersion = apiVersion };
        if (baseUri is not null) return settings;
        foreach (var variable in AddressVariables.Where(variable => apiVersion is null || variable.Key == apiVersion))
            if (FindAddress(variable.Value) is { } address)
                return settings with { BaseUri = address, ApiVersion = variable.Key };
        return settings;
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

    private static Uri? FindAddress(string variable)
    {
        var address = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(address)) return null;
        return Uri.TryCreate(address!.Trim(), UriKind.Absolute, out var uri)
            ? uri
            : throw PaperspaceException.InvalidRequest($"The environment variable {variable} is not an address such as 'https://api.paperspace.io'.", variable);
    }
}
