using Paperspace.Client;

namespace Paperspace.PowerShell;

/// <summary>Finds the key, the address and the API when a command does not name them.</summary>
internal static class AccountResolver
{
    public const string KeyVariable = "PAPERSPACE_API_KEY";

    public const string EnvironmentName = "environment";

    private const string KeyFileVariable = "PAPERSPACE_API_KEY_FILE";

    /// <summary>Names the variables with a base address, each for its API.</summary>
    private static readonly KeyValuePair<PaperspaceApiVersion, string>[] AddressVariables =
    [
        new(PaperspaceApiVersion.V1, "PAPERSPACE_API_URL"), new(PaperspaceApiVersion.Core, "PAPERSPACE_CONFIG_HOST"),
    ];

    /// <summary>Returns the settings of an account.</summary>
    /// <param name="request">What a command says of it.</param>
    /// <exception cref="PaperspaceException">There is no key, a file or an address cannot be used, or it is not clear which team's key is
    /// meant.</exception>
    public static AccountSettings Find(AccountRequest request)
    {
        var found = FindKey(request);
        var settings = new AccountSettings
        {
            Name = request.Name,
            KeySource = found.Source,
            Options = new PaperspaceClientOptions { ApiKey = found.Key.Reveal(), ApiVersion = request.ApiVersion ?? found.ApiVersion },
        };
        if (request.BaseUri is { } given)
            return settings with { Options = settings.Options with { BaseUri = given, ApiVersion = request.ApiVersion } };
        foreach (var variable in AddressVariables.Where(variable => request.ApiVersion is null || variable.Key == request.ApiVersion))
            if (FindAddress(variable.Value) is { } address)
                return settings with { Options = settings.Options with { BaseUri = address, ApiVersion = variable.Key } };
        return settings;
    }

    private static ResolvedKey FindKey(AccountRequest request)
    {
        if (request.Key is not null) return new ResolvedKey(request.Key, request.KeySource);
        var files = OfficialClientFiles.Find();
        if (request.Team is not null) return FindTeamKey(files, request.Team);
        if (GetVariable(KeyVariable) is { } variable) return Create(variable, $"variable {KeyVariable}");
        if (GetVariable(KeyFileVariable) is { } path) return ReadKeyFile(path);
        return (files is null ? null : FindTeamKey(files) ?? FindConfiguredKey(files)) ?? throw Missing(files);
    }

    private static ResolvedKey ReadKeyFile(string path)
    {
        // A key that was put in place of the path of its file must not be shown.
        var isPath = Path.IsPathRooted(path) || File.Exists(path);
        var shown = isPath ? $"'{TerminalText.Sanitize(path)}'" : $"of the environment variable {KeyFileVariable}";
        var text = LocalFile.ReadText(path, isPath ? null : shown)
            ?? throw PaperspaceException.InvalidRequest(
                isPath
                    ? $"The file {shown} does not exist. The environment variable {KeyFileVariable} names it."
                    : $"The environment variable {KeyFileVariable} does not name an existing file. It takes a path; the key itself belongs in "
                        + $"{KeyVariable}.",
                KeyFileVariable);
        return text.TrimStart() is ['{' or '[' or '"', ..]
            ? throw PaperspaceException.InvalidRequest(
                $"The file {shown} contains JSON. It must contain the API key and nothing else.",
                KeyFileVariable)
            : Create(text, $"file {(isPath ? path : shown)}");
    }

    private static ResolvedKey FindTeamKey(OfficialClientFiles? files, string team)
    {
        var keys = files is null ? new Dictionary<string, string>() : CredentialsFile.ReadKeys(files.Credentials);
        return keys.TryGetValue(team, out var key)
            ? CreateForTeam(files!, team, key)
            : throw PaperspaceException.InvalidRequest(
                $"There is no key for the team '{TerminalText.Sanitize(team)}'"
                    + (
                        files is null
                            ? ", since this user has no home folder."
                            : $" in '{files.Credentials}'. {Describe(keys)} Add it with pspace login, or connect with -ApiKey."),
                "Team");
    }

    private static ResolvedKey? FindTeamKey(OfficialClientFiles files)
    {
        var keys = CredentialsFile.ReadKeys(files.Credentials);
        if (keys.Count == 0) return null;
        var current = CredentialsFile.ReadCurrentTeam(files.Settings);
        if (current is null && keys.Count == 1) return CreateForTeam(files, keys.Keys.First(), keys.Values.First());
        if (current is not null && keys.TryGetValue(current, out var key)) return CreateForTeam(files, current, key);
        throw PaperspaceException.InvalidRequest(
            (current is null ? $"'{files.Credentials}' has the keys of several teams, and no team is chosen in '{files.Settings}'."
                : $"'{files.Settings}' chooses the team '{TerminalText.Sanitize(current)}', which has no key in '{files.Credentials}'.")
            + $" {Describe(keys)} Choose one with Connect-PsAccount -Team.",
            "Team");
    }

    private static ResolvedKey? FindConfiguredKey(OfficialClientFiles files) =>
        ConfigurationFile.ReadApiKey(files.Configuration) is { } key ? Create(key, $"file {files.Configuration}") : null;

    private static ResolvedKey CreateForTeam(OfficialClientFiles files, string team, string key) =>
        Create(key, $"team {TerminalText.Sanitize(team)} in file {files.Credentials}") with { ApiVersion = PaperspaceApiVersion.V1 };

    private static ResolvedKey Create(string key, string source)
    {
        try
        {
            return new ResolvedKey(new ApiKey(key), source);
        }
        catch (PaperspaceException failure)
        {
            throw failure.WithMessage($"{failure.Message} It came from the {source}.");
        }
    }

    private static string Describe(IReadOnlyDictionary<string, string> keys) =>
        keys.Count == 0
            ? "It has no keys."
            : TerminalText.Sanitize(
                $"Teams with a key: {string.Join(", ", keys.Keys.OrderBy(team => team, StringComparer.OrdinalIgnoreCase))}.");

    private static PaperspaceException Missing(OfficialClientFiles? files) => new(
        PaperspaceErrorReason.ApiKeyMissing,
        "No API key was found. To connect an account:\n"
        + "  Connect-PsAccount -ApiKey (Read-Host 'API key' -AsSecureString)\n"
        + $"  $env:{KeyVariable} = 'the key'\n"
        + "  Connect-PsAccount -Simulator    (needs no key)\n"
        + $"Looked at -ApiKey, {KeyVariable}, {KeyFileVariable}, "
        + (files is null ? "and at no file, since this user has no home folder." : $"'{files.Credentials}' and '{files.Configuration}'."));

    private static Uri? FindAddress(string variable)
    {
        if (GetVariable(variable) is not { } address) return null;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? uri
            : throw PaperspaceException.InvalidRequest(
                $"The environment variable {variable} is not an address such as 'https://api.paperspace.com/v1'.",
                variable);
    }

    private static string? GetVariable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private sealed record ResolvedKey(ApiKey Key, string Source)
    {
        public PaperspaceApiVersion? ApiVersion { get; init; }
    }
}
