using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>What a test is run on once for each API.</summary>
internal static class Apis
{
    /// <summary>Gets the names of the APIs.</summary>
    public static TheoryData<string> Both => ["Core", "V1"];

    /// <summary>Starts a simulated account with these machines, reached through an API.</summary>
    public static Task<SimulatedHost> StartAsync(string api, params MachineSeed[] machines) =>
        api == "V1" ? SimulatedHost.StartV1Async(machines) : SimulatedHost.StartAsync(machines);

    /// <summary>Returns a script that makes what a script gives like what comes from another process.</summary>
    public static string Deserialize(string script) =>
        $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@({script})))";
}
