using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

/// <summary>A simulated account, and the requests that tests make of its V1 API.</summary>
internal sealed class V1Simulator(SimulatorFixture simulator)
{
    public V1Simulator(SimulatorOptions? options = null)
        : this(new SimulatorFixture(options))
    {
    }

    public V1Simulator(SimulatorV1Options options)
        : this(new SimulatorOptions { V1 = options })
    {
    }

    public SimulatorFixture Core => simulator;

    public SimulatedPaperspace Paperspace => simulator.Paperspace;

    public static JsonObject CreateBody(params (string Name, JsonNode? Value)[] changes)
    {
        var body = new JsonObject
        {
            ["name"] = "my machine",
            ["machineType"] = "P4000",
            ["templateId"] = "t0nspur5",
            ["diskSize"] = 50,
            ["region"] = "ny2",
        };
        foreach (var (name, value) in changes)
            body[name] = value;
        return body;
    }

    public ApiResponse Send(
        string method, string path, string? body = null, string? contentType = "application/json", string? key = "a key")
    {
        var headers = new Dictionary<string, string>();
        if (key is not null)
            headers["Authorization"] = $"Bearer {key}";
        if (contentType is not null)
            headers["Content-Type"] = contentType;
        return new(Paperspace.Respond(new SimulatedRequest(method, "/v1" + path, headers, body)));
    }

    public ApiResponse Get(string path) => Send("GET", path);

    public ApiResponse Post(string path, JsonObject? body = null) => Send("POST", path, (body ?? []).ToJsonString());

    public ApiResponse Put(string path, JsonObject body) => Send("PUT", path, body.ToJsonString());

    public ApiResponse Patch(string path) => Send("PATCH", path, "{}");

    public ApiResponse Delete(string path) => Send("DELETE", path);

    public ApiResponse Create(params (string Name, JsonNode? Value)[] changes) => Post("/machines", CreateBody(changes));

    /// <summary>Creates a machine and waits until it is on, or off when it is not to start.</summary>
    public string CreateMachine(params (string Name, JsonNode? Value)[] changes)
    {
        var id = (string)Create(changes).Json["data"]!["id"]!;
        Pass(120);
        return id;
    }

    /// <summary>Creates a machine that is off.</summary>
    public string CreateStopped(params (string Name, JsonNode? Value)[] changes) =>
        CreateMachine([.. changes, ("startOnCreate", false)]);

    public JsonNode Machine(string id) => Get($"/machines/{id}").Json;

    public string State(string id) => (string)Machine(id)["state"]!;

    public JsonNode Event(string id) => Get($"/machine-events/{id}").Json;

    public IReadOnlyList<JsonObject> Items(string path) => [.. Get(path).Json["items"]!.AsArray().Select(item => item!.AsObject())];

    public void Pass(double seconds) => simulator.Pass(seconds);
}
