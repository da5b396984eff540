using Paperspace.Client;
using Paperspace.Simulator;

namespace Paperspace.PowerShell;

/// <summary>Creates accounts: the only place of the module that chooses the client behind the contracts.</summary>
internal static class AccountFactory
{
    /// <summary>Creates an account. If neither the API nor an address is known, the first request determines which API serves it.</summary>
    public static PaperspaceAccount Create(AccountSettings settings)
    {
        var options = settings.Options;
        return options.IsApiKnown
            ? new PaperspaceAccount(settings.Name, options.BaseUri, settings.KeySource, new PaperspaceClient(options)) { Key = options.ApiKey }
            : new PaperspaceAccount(
                settings.Name,
                options.BaseUri,
                settings.KeySource,
                new PaperspaceConnector(options with { ApiVersion = PaperspaceApiVersion.V1 }))
            {
                Key = options.ApiKey,
            };
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
        var simulated = new SimulatedPaperspace(new SimulatorOptions { Speed = speed, Machines = machines, CapacitySchedule = schedule, Lag = SimulatorLagOptions.Small });
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
}
