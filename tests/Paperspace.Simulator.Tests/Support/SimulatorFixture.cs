using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace Paperspace.Simulator.Tests;

/// <summary>A simulated account on a clock that stands still, and the requests that tests make of it.</summary>
internal sealed class SimulatorFixture
{
    public static readonly DateTimeOffset Start = new(2022, 3, 14, 15, 0, 0, TimeSpan.Zero);
    private static readonly Dictionary<string, string> Key = new() { ["X-Api-Key"] = "a key" };

    public SimulatorFixture(SimulatorOptions? options = null)
    {
        Clock = new FakeTimeProvider(Start);
        Paperspace = new SimulatedPaperspace(options, Clock);
    }

    public FakeTimeProvider Clock { get; }

    public SimulatedPaperspace Paperspace { get; }

    /// <summary>An account with one machine, <c>psmachine</c>.</summary>
    public static SimulatorFixture WithMachine(string state = "ready", SimulatorOptions? options = null) => new((options ?? new()) with
    {
        Seeds = [new MachineSeed { Id = "psmachine", Name = "Machine", State = state }],
    });

    public static JsonObject CreateBody(params (string Name, JsonNode? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["region"] = "East Coast (NY2)",
            ["machineType"] = "P4000",
            ["size"] = 50,
            ["billingType"] = "hourly",
            ["machineName"] = "My Machine 1",
            ["templateId"] = "tbu200wi",
        };
        foreach (var (name, value) in changes)
            body[name] = value;
        return body;
    }

    public ApiResponse Send(string method, string target, string? body = null) =>
        new(Paperspace.Respond(new SimulatedRequest(method, target, Key, body)));

    public ApiResponse Get(string target) => Send("GET", target);

    public ApiResponse Post(string target, JsonObject? body = null) => Send("POST", target, body?.ToJsonString());

    public ApiResponse Act(string action, string id = "psmachine", JsonObject? body = null) => Post($"/machines/{id}/{action}", body);

    public ApiResponse List(string query = "") => Get($"/machines/getMachines{query}");

    public ApiResponse Show(string id = "psmachine") => Get($"/machines/getMachinePublic?machineId={id}");

    public ApiResponse Create(params (string Name, JsonNode? Value)[] changes) =>
        Post("/machines/createSingleMachinePublic", CreateBody(changes));

    public string CreateId(params (string Name, JsonNode? Value)[] changes) => (string)Create(changes).Json["id"]!;

    public JsonNode? Field(string name, string id = "psmachine") => Show(id).Json[name];

    public string State(string id = "psmachine") => (string)Field("state", id)!;

    /// <summary>The events that can be seen, newest first, like <c>stop new</c>.</summary>
    public IReadOnlyList<string> Events(string id = "psmachine") =>
        [.. Field("events", id)!.AsArray().Select(machineEvent => $"{machineEvent!["name"]} {machineEvent["state"]}")];

    public JsonObject NewestEvent(string id = "psmachine") => Field("events", id)![0]!.AsObject();

    public void Pass(double seconds) => Clock.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>The states that a machine goes through from now on, each once, looked at every half second.</summary>
    public IReadOnlyList<string> StatesDuring(double seconds, string id = "psmachine")
    {
        var seen = new List<string> { State(id) };
        for (var passed = 0.0; passed < seconds; passed += 0.5)
        {
            Pass(0.5);
            if (State(id) != seen[^1])
                seen.Add(State(id));
        }

        return seen;
    }
}
