using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Paperspace.Module.Tests.Support;

/// <summary>A simulated account that listens on loopback, in a process of its own.</summary>
internal sealed partial class SimulatorProcess : IDisposable
{
    private const string Key = "key-of-the-tests";

    private readonly ChildProcess _process;
    private readonly HttpClient _client;

    private SimulatorProcess(ChildProcess process, string address, string api)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri(address) };
        _client.DefaultRequestHeaders.Add("X-Api-Key", Key);
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

    /// <summary>Lists the machines over HTTP, which takes no start of PowerShell.</summary>
    public async Task<IReadOnlyList<SimulatedMachine>> ListAsync() =>
        (await _client.GetFromJsonAsync<SimulatedMachine[]>("machines/getMachines?limit=1000", TestContext.Current.CancellationToken))!;

    /// <summary>Creates a machine and waits until it has arrived.</summary>
    /// <returns>The id of the machine.</returns>
    public async Task<string> CreateAsync(
        string name = "gpu", string region = "East Coast (NY2)", string machineType = "P4000", bool startOnCreate = true)
    {
        using var response = await _client.PostAsJsonAsync(
            "machines/createSingleMachinePublic",
            new
            {
                machineName = name,
                region,
                machineType,
                size = 50,
                billingType = "hourly",
                templateId = "tkni3aa4",
                startOnCreate,
            },
            TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        var id = (await response.Content.ReadFromJsonAsync<SimulatedMachine>(TestContext.Current.CancellationToken))!.Id;
        await WaitForAsync(id, startOnCreate ? "ready" : "off");
        return id;
    }

    /// <summary>Stops a machine and waits until it is off.</summary>
    public async Task StopAsync(string id)
    {
        using var response = await _client.PostAsync($"machines/{id}/stop", null, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
        await WaitForAsync(id, "off");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _process.Dispose();
    }

    private async Task WaitForAsync(string id, string state)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Eventually.DefaultTimeout);
        while ((await ListAsync()).Single(machine => machine.Id == id).State != state) await Task.Delay(20, limit.Token);
    }

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Address();
}
