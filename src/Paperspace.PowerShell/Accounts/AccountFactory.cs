using Paperspace.Client;
using Paperspace.Simulator;

namespace Paperspace.PowerShell;

/// <summary>Makes accounts: the only place of the module that knows the client behind the interface.</summary>
internal static class AccountFactory
{
    /// <summary>An account at the API's host.</summary>
    public static PaperspaceAccount Create(AccountSettings settings)
    {
        var defaults = new PaperspaceClientOptions { ApiKey = settings.Key };
        var options = new PaperspaceClientOptions
        {
            ApiKey = settings.Key,
            ApiVersion = settings.ApiVersion,
            BaseUri = settings.BaseUri ?? PaperspaceClientOptions.GetDefaultBaseUri(settings.ApiVersion ?? PaperspaceApiVersion.V1),
            Proxy = settings.Proxy,
            ProxyCredential = settings.ProxyCredential,
            UsesDefaultProxyCredentials = settings.UsesDefaultProxyCredentials,
            ConnectTimeout = settings.ConnectTimeout ?? defaults.ConnectTimeout,
            RequestTimeout = settings.RequestTimeout ?? defaults.RequestTimeout,
            MaximumRetryCount = settings.MaximumRetryCount ?? defaults.MaximumRetryCount,
        };
        return settings.ApiVersion is null && settings.BaseUri is null
            ? new PaperspaceAccount(settings.Name, options.BaseUri, settings.KeySource, new PaperspaceConnector(options))
            : new PaperspaceAccount(settings.Name, options.BaseUri, settings.KeySource, new PaperspaceClient(options));
    }

    /// <summary>A simulated account in this process.</summary>
    /// <param name="name">The name to call it by.</param>
    /// <param name="speed">How many times faster than in reality machines change.</param>
    /// <param name="machines">How many machines it begins with.</param>
    public static PaperspaceAccount Simulate(string name, double speed, int machines)
    {
        var simulated = new SimulatedPaperspace(new SimulatorOptions { Speed = speed, Machines = machines });
        var options = new PaperspaceClientOptions
        {
            ApiKey = SimulatedPaperspace.DefaultApiKey,
            BaseUri = new Uri("http://localhost"),
            Handler = new SimulatorHandler(simulated),
        };
        return new PaperspaceAccount(name, options.BaseUri, "none needed", new PaperspaceClient(options)) { IsSimulated = true };
    }

    /// <summary>The key in the configuration file that the official clients write; null where there is none.</summary>
    /// <exception cref="PaperspaceException">The file cannot be read.</exception>
    public static string? ReadConfiguredKey(string path) => ConfigurationFile.ReadApiKey(path);
}
