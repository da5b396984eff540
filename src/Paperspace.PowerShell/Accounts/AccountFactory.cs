using Paperspace.Client;
using Paperspace.Simulator;

namespace Paperspace.PowerShell;

/// <summary>Makes accounts: the only place of the module that knows the client behind the interface.</summary>
internal static class AccountFactory
{
    /// <summary>Creates an account at the API's host. Where neither the API nor an address is known, the first request finds out which API
    /// serves it.</summary>
    public static PaperspaceAccount Create(AccountSettings settings)
    {
        var isKnown = settings.ApiVersion is not null || settings.BaseUri is not null;
        var defaults = new PaperspaceClientOptions
        {
            ApiKey = settings.Key,
            ApiVersion = isKnown ? settings.ApiVersion : PaperspaceApiVersion.V1,
        };
        var options = new PaperspaceClientOptions
        {
            ApiKey = settings.Key,
            ApiVersion = defaults.ApiVersion,
            BaseUri = settings.BaseUri ?? defaults.BaseUri,
            Proxy = settings.Proxy,
            ProxyCredential = settings.ProxyCredential,
            UsesDefaultProxyCredentials = settings.UsesDefaultProxyCredentials,
            ConnectTimeout = settings.ConnectTimeout ?? defaults.ConnectTimeout,
            RequestTimeout = settings.RequestTimeout ?? defaults.RequestTimeout,
            MaximumRetryCount = settings.MaximumRetryCount ?? defaults.MaximumRetryCount,
        };
        return isKnown
            ? new PaperspaceAccount(settings.Name, options.BaseUri, settings.KeySource, new PaperspaceClient(options))
            : new PaperspaceAccount(settings.Name, options.BaseUri, settings.KeySource, new PaperspaceConnector(options));
    }

    /// <summary>Creates a simulated account in this process.</summary>
    /// <param name="name">The name to call it by.</param>
    /// <param name="speed">How many times faster than in reality machines change.</param>
    /// <param name="machines">How many machines it begins with.</param>
    /// <param name="scarceTypes">The machine types that can be had only now and then.</param>
    /// <param name="apiVersion">The API through which it is reached.</param>
    public static PaperspaceAccount Simulate(
        string name, double speed, int machines, IReadOnlyCollection<string> scarceTypes, PaperspaceApiVersion apiVersion)
    {
        var schedule = scarceTypes.Count == 0 ? null : new CapacitySchedule { MachineTypes = scarceTypes };
        var simulated = new SimulatedPaperspace(new SimulatorOptions { Speed = speed, Machines = machines, CapacitySchedule = schedule });
        var options = new PaperspaceClientOptions
        {
            ApiKey = SimulatedPaperspace.DefaultApiKey,
            ApiVersion = apiVersion,
            BaseUri = new Uri($"http://localhost{PaperspaceClient.GetDefaultBaseUri(apiVersion).AbsolutePath}"),
            Handler = new SimulatorHandler(simulated),
            PauseSpeed = speed,
        };
        return new PaperspaceAccount(name, options.BaseUri, "none needed", new PaperspaceClient(options)) { IsSimulated = true };
    }

    /// <summary>Returns the key in the configuration file that the Core API's clients write; null where there is none.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static string? ReadConfiguredKey(string path) => ConfigurationFile.ReadApiKey(path);

    /// <summary>Returns the key in a file that holds nothing else; null where there is no such file.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static string? ReadKeyFile(string path) => LocalFile.ReadText(path)?.Trim();

    /// <summary>Returns the keys in the file of the V1 API's client, each by the namespace of its team.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadTeamKeys(string path) => CredentialsFile.ReadKeys(path);

    /// <summary>Returns the team that the V1 API's client uses; null where it names none.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static string? ReadCurrentTeam(string path) => CredentialsFile.ReadCurrentTeam(path);
}
