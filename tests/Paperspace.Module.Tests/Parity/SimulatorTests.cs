using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests.Parity;

/// <summary>The simulator does what the official client asks of it, in the requests that it sends.</summary>
public sealed class SimulatorTests
{
    [Fact]
    public async Task The_simulator_serves_recorded_requests_from_create_to_destroy()
    {
        using var simulator = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        using var client = CreateClient(simulator);
        var created = await SendAsync(client, "create with what is required", body => body["templateId"] = "tkni3aa4");
        Assert.Equal("provisioning", (string?)created!["state"]);
        var id = (string)created["id"]!;

        await WaitForAsync(client, id, "ready");
        Assert.Equal([id], (await SendAsync(client, "list by state ready"))!.AsArray().Select(machine => (string?)machine!["id"]));
        await SendAsync(client, "update machineName New Machine Name", machine: id);
        Assert.Equal("New Machine Name", (string?)(await SendAsync(client, "show", machine: id))!["name"]);
        await SendAsync(client, "setAccessForUser true", machine: id);
        Assert.NotNull((await SendAsync(client, "utilization", machine: id))!["utilization"]);
        Assert.True((bool)(await SendAsync(client, "availability"))!["available"]!);
        await SendAsync(client, "restart", machine: id);
        await SendAsync(client, "stop", machine: id);
        await WaitForAsync(client, id, "off");
        await SendAsync(client, "start", machine: id);
        await SendAsync(client, "destroy releasePublicIp", machine: id);
    }

    [Fact]
    public async Task The_simulator_returns_404_for_an_unknown_machine()
    {
        using var simulator = await SimulatorProcess.StartAsync(speed: 1000, machines: 0);
        using var client = CreateClient(simulator);
        using var response = await client.SendAsync(CreateRequest("show", "psnone"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static HttpClient CreateClient(SimulatorProcess simulator)
    {
        var client = new HttpClient { BaseAddress = new Uri(simulator.Environment.Single(variable => variable.Name == "PAPERSPACE_CONFIG_HOST").Value) };
        client.DefaultRequestHeaders.Add("X-Api-Key", simulator.Environment.Single(variable => variable.Name == "PAPERSPACE_API_KEY").Value);
        return client;
    }

    private static async Task WaitForAsync(HttpClient client, string machine, string state)
    {
        var limit = DateTime.UtcNow + Eventually.DefaultTimeout;
        while ((string?)(await SendAsync(client, "waitfor", machine: machine))!["state"] != state)
            Assert.True(DateTime.UtcNow < limit, $"The machine is not {state}.");
    }

    private static async Task<JsonNode?> SendAsync(HttpClient client, string name, Action<JsonNode>? change = null, string? machine = null)
    {
        using var response = await client.SendAsync(CreateRequest(name, machine, change), TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{name}: {response.StatusCode} {text}");
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private static HttpRequestMessage CreateRequest(string name, string? machine, Action<JsonNode>? change = null)
    {
        var recorded = ParityCase.Recordings[name];
        var body = recorded.Body?.DeepClone();
        if (body is not null) change?.Invoke(body);
        var content = body is null ? null : JsonNode.Parse(WithId(body.ToJsonString(), machine));
        return new HttpRequestMessage(new HttpMethod(recorded.Method), WithId(recorded.Target, machine))
        {
            Content = content is null ? null : JsonContent.Create(content),
        };
    }

    // In place of the machine and the month of the recordings.
    private static string WithId(string text, string? machine) => machine is null
        ? text
        : text.Replace("psec02yp2", machine, StringComparison.Ordinal).Replace("2022-03", $"{DateTime.UtcNow:yyyy-MM}", StringComparison.Ordinal);
}
