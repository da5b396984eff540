using System.Text.RegularExpressions;
using Paperspace.Testing;

namespace Paperspace.Module.Tests.Support;

/// <summary>A simulated account that listens on loopback, in a process of its own.</summary>
internal sealed partial class SimulatorProcess : IDisposable
{
    private const string Key = "key-of-the-tests";

    private readonly ChildProcess _process;

    private SimulatorProcess(ChildProcess process, string address, string api)
    {
        _process = process;
        Environment =
        [
            ("PAPERSPACE_API_KEY", Key),
            api == "V1" ? ("PAPERSPACE_API_URL", address + "/v1") : ("PAPERSPACE_CONFIG_HOST", address),
        ];
    }

    /// <summary>The environment that a pipeline has to have for it.</summary>
    public (string Name, string Value)[] Environment { get; }

    /// <summary>Starts one.</summary>
    /// <param name="speed">How many times faster than in reality machines change.</param>
    /// <param name="machines">How many machines it begins with.</param>
    /// <param name="api">The API through which it is reached.</param>
    public static async Task<SimulatorProcess> StartAsync(int speed, int machines, string api = "Core")
    {
        var process = ChildProcess.Start(
            RepositoryPaths.SimulatorServer, ["--speed", $"{speed}", "--machines", $"{machines}", "--api-key", Key]);
        try
        {
            var line = await process.ReadLineAsync();
            return new SimulatorProcess(process, Address().Match(line ?? "").Value, api);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
