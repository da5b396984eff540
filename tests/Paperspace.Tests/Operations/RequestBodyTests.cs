using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Operations;

/// <summary>The bodies of create and update: what was set, by the reference's names and types, and nothing else.</summary>
public sealed class RequestBodyTests
{
    /// <summary>All parameters of create, but that no two may exclude each other.</summary>
    private static readonly JsonObject EveryCreateParameter = new()
    {
        ["region"] = "West Coast (CA1)",
        ["machineType"] = "GPU+",
        ["size"] = 2000,
        ["billingType"] = "monthly",
        ["machineName"] = "Näme \"1\" \\ 😀",
        ["templateId"] = "tkni3aa4",
        ["teamId"] = "tewr3st2z",
        ["assignPublicIp"] = true,
        ["dynamicPublicIp"] = false,
        ["startOnCreate"] = false,
        ["networkId"] = "nng82wb",
        ["scriptId"] = "scv79caii",
        ["email"] = "new@example.com",
        ["password"] = "pa\"ss",
        ["firstName"] = "Ada",
        ["lastName"] = "Lovelace",
        ["notificationEmail"] = "note@example.com",
        ["takeInitialSnapshot"] = true,
        ["markSnapshotAsRestorePoint"] = true,
        ["restorePointFrequency"] = "shutdown",
        ["enableNvlink"] = true,
    };

    private static readonly JsonObject EveryUpdateParameter = new()
    {
        ["machineName"] = "New Machine Name",
        ["shutdownTimeoutInHours"] = 24,
        ["shutdownTimeoutForces"] = true,
        ["autoSnapshotFrequency"] = "week",
        ["autoSnapshotSaveCount"] = 4,
        ["performAutoSnapshot"] = true,
        ["dynamicPublicIp"] = false,
        ["assignPublicIp"] = true,
    };

    public static TheoryData<string> OptionalCreateParameters { get; } =
    [
        .. EveryCreateParameter
            .Select(parameter => parameter.Key)
            .Append("userId")
            .Except(["region", "machineType", "size", "billingType", "machineName", "templateId"]),
    ];

    /// <summary>All but the name: a machine must have one.</summary>
    public static TheoryData<string> ClearableUpdateParameters { get; } =
        [.. EveryUpdateParameter.Select(parameter => parameter.Key).Where(name => name != "machineName")];

    public static TheoryData<string> UpdateParameters { get; } = [.. EveryUpdateParameter.Select(parameter => parameter.Key)];

    [Fact]
    public async Task Create_sends_every_parameter_by_its_name_and_type() =>
        AssertSame(EveryCreateParameter, await CreatedAsync(EveryCreateParameter));

    [Fact]
    public async Task Create_sends_the_user_of_the_machine()
    {
        var request = Requests.Smallest();
        request.UserId = "ubx9ce8k";
        Assert.Equal("ubx9ce8k", (await CreatedAsync(request))["userId"]!.GetValue<string>());
    }

    [Fact]
    public void Create_has_the_22_parameters_of_the_reference()
    {
        var parameters = EveryCreateParameter.Select(parameter => parameter.Key).Append("userId").ToArray();
        Assert.Empty(parameters.Except(WireNames(typeof(MachineCreateOptions))));
        Assert.Equal(22, parameters.Length);
    }

    [Fact]
    public async Task Create_sends_only_what_was_set() => Assert.Equal(6, (await CreatedAsync(Requests.Smallest())).Count);

    [Theory]
    [MemberData(nameof(OptionalCreateParameters))]
    public async Task Create_sends_no_parameter_that_was_not_set(string parameter) =>
        Assert.DoesNotContain(parameter, await CreatedAsync(Requests.Smallest()));

    [Fact]
    public async Task Create_sends_the_recorded_request_when_the_same_is_set()
    {
        var recorded = JsonNode.Parse(Examples.Text("req-create-all-fields"))!.AsObject();
        // The recording names both an existing user and a new one, which the reference forbids: so in two requests.
        var newUser = new JsonObject(recorded.Where(parameter => parameter.Key != "userId").Select(Clone));
        var existingUser = new JsonObject(recorded
            .Where(parameter => parameter.Key is not ("email" or "password" or "firstName" or "lastName"))
            .Select(Clone));
        AssertSame(newUser, await CreatedAsync(newUser));
        AssertSame(existingUser, await CreatedAsync(existingUser));
    }

    [Fact]
    public async Task Update_sends_the_recorded_request_when_the_same_is_set()
    {
        var recorded = JsonNode.Parse(Examples.Text("req-update"))!.AsObject();
        // The machine is named in the path; the reference's own example does not repeat it in the body.
        Assert.True(recorded.Remove("machineId"));
        AssertSame(recorded, await UpdatedAsync(Filled<MachineUpdateOptions>(recorded)));
    }

    [Fact]
    public async Task Update_sends_every_parameter_by_its_name_and_type() =>
        AssertSame(EveryUpdateParameter, await UpdatedAsync(Filled<MachineUpdateOptions>(EveryUpdateParameter)));

    [Fact]
    public void Update_has_the_8_parameters_of_the_reference()
    {
        Assert.Empty(EveryUpdateParameter.Select(parameter => parameter.Key).Except(WireNames(typeof(MachineUpdateOptions))));
        Assert.Equal(8, EveryUpdateParameter.Count);
    }

    [Theory]
    [MemberData(nameof(UpdateParameters))]
    public async Task Update_sends_one_parameter_alone(string parameter)
    {
        var alone = new JsonObject { Clone(EveryUpdateParameter.Single(one => one.Key == parameter)) };
        AssertSame(alone, await UpdatedAsync(Filled<MachineUpdateOptions>(alone)));
    }

    [Theory]
    [MemberData(nameof(ClearableUpdateParameters))]
    public async Task Update_sends_a_parameter_that_was_set_to_null_as_null(string parameter)
    {
        var cleared = new JsonObject { [parameter] = null };
        AssertSame(cleared, await UpdatedAsync(Filled<MachineUpdateOptions>(cleared)));
    }

    [Fact]
    public async Task Update_turns_snapshots_off_with_null()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.UpdateAsync(
            "psec02yp2",
            new MachineUpdateOptions { AutoSnapshotFrequency = null },
            WaitUntil.Started,
            default);
        Assert.Equal("""{"autoSnapshotFrequency":null}""", server.Request.Body);
    }

    [Fact]
    public async Task Booleans_and_numbers_are_not_strings()
    {
        var body = await CreatedAsync(EveryCreateParameter);
        Assert.Equal(JsonValueKind.True, body["assignPublicIp"]!.GetValueKind());
        Assert.Equal(JsonValueKind.False, body["dynamicPublicIp"]!.GetValueKind());
        Assert.Equal(JsonValueKind.Number, body["size"]!.GetValueKind());
    }

    [Fact]
    public async Task Text_is_sent_unchanged()
    {
        var request = Requests.Smallest();
        request.Name = "a\"b\\c/d\n\t\u0000 é 😀 \u2028 </script>";
        Assert.Equal(request.Name, (await CreatedAsync(request))["machineName"]!.GetValue<string>());
    }

    private static Task<JsonObject> CreatedAsync(JsonObject parameters) => CreatedAsync(Filled<MachineCreateOptions>(parameters));

    private static async Task<JsonObject> CreatedAsync(MachineCreateOptions request)
    {
        await using var server = ScriptedServer.Replying(
            seen => seen.Method == "GET" ? Reply.Example("docs-templates-2022") : Reply.Created("spec-create", seen));
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.CreateAsync(request, WaitUntil.Started, default);
        return JsonNode.Parse(Assert.Single(server.Requests, seen => seen.Method == "POST").Body)!.AsObject();
    }

    private static async Task<JsonObject> UpdatedAsync(MachineUpdateOptions request)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.UpdateAsync("psec02yp2", request, WaitUntil.Started, default);
        return JsonNode.Parse(server.Request.Body)!.AsObject();
    }

    private static T Filled<T>(JsonObject parameters)
        where T : new()
    {
        var request = new T();
        foreach (var (name, value) in parameters)
        {
            var property = typeof(T).GetProperty(name == "machineName" ? "Name" : char.ToUpperInvariant(name[0]) + name[1..])!;
            property.SetValue(request, value.Deserialize(property.PropertyType));
        }

        return request;
    }

    private static IEnumerable<string> WireNames(Type request) => request
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(property => property.SetMethod is not null)
        .Select(property => property.Name == "Name" ? "machineName" : char.ToLowerInvariant(property.Name[0]) + property.Name[1..])
        .Order(StringComparer.Ordinal);

    private static KeyValuePair<string, JsonNode?> Clone(KeyValuePair<string, JsonNode?> parameter) =>
        new(parameter.Key, parameter.Value?.DeepClone());

    private static void AssertSame(JsonObject expected, JsonObject sent) =>
        Assert.True(JsonNode.DeepEquals(expected, sent), $"expected {expected.ToJsonString()}\nsent     {sent.ToJsonString()}");
}
