using Paperspace.Tests.Support;

namespace Paperspace.Tests.Errors;

/// <summary>A response about another resource than the one that was asked for is believed nowhere.</summary>
public sealed class OtherResourceTests
{
    private const string Asked = "psasked";

    public static TheoryData<PaperspaceApiVersion, string> Reads { get; } = new()
    {
        { PaperspaceApiVersion.Core, "show" },
        { PaperspaceApiVersion.Core, "utilization" },
        { PaperspaceApiVersion.Core, "start awaited" },
        { PaperspaceApiVersion.V1, "show" },
        { PaperspaceApiVersion.V1, "start" },
        { PaperspaceApiVersion.V1, "stop" },
        { PaperspaceApiVersion.V1, "update" },
    };

    private static IReadOnlyDictionary<string, Func<IPaperspaceClient, Task>> Operations { get; } =
        new Dictionary<string, Func<IPaperspaceClient, Task>>
        {
            ["show"] = client => client.Machines.GetAsync(Asked, default),
            ["utilization"] = client => client.Machines.GetUtilizationAsync(Asked, new BillingMonth("2022-03"), default),
            ["start"] = client => client.Machines.StartAsync(Asked, WaitUntil.Started, default),
            ["start awaited"] = client => client.Machines.StartAsync(Asked, WaitUntil.Completed, default),
            ["stop"] = client => client.Machines.StopAsync(Asked, WaitUntil.Started, default),
            ["restart"] = client => client.Machines.RestartAsync(Asked, WaitUntil.Started, default),
            ["update"] = client => client.Machines.UpdateAsync(Asked, new MachineUpdateOptions { Name = "x" }, WaitUntil.Started, default),
            ["delete"] = client => client.Machines.DeleteAsync(Asked, null, WaitUntil.Started, default),
        };

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_response_about_another_resource_is_an_error(PaperspaceApiVersion api, string operation)
    {
        var error = await FailAsync(api, operation);
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("not for 'psasked'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("restart")]
    [InlineData("delete")]
    public async Task The_outcome_of_an_action_that_must_not_be_repeated_is_unknown(string operation)
    {
        var error = await FailAsync(PaperspaceApiVersion.V1, operation);
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
        Assert.Contains("not for 'psasked'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "other", "2022-03-14T16:00:00Z", null)]
    [InlineData(PaperspaceApiVersion.V1, "other", "2022-03-14T16:00:00Z", null)]
    [InlineData(PaperspaceApiVersion.Core, "My Machine 1", "2022-02-14T16:00:00Z", null)]
    [InlineData(PaperspaceApiVersion.V1, "My Machine 1", "2022-02-14T16:00:00Z", null)]
    [InlineData(PaperspaceApiVersion.Core, "My Machine 1", "2022-03-14T15:50:00Z", "Mon, 14 Mar 2022 16:00:00 GMT")]
    [InlineData(PaperspaceApiVersion.V1, "My Machine 1", "2022-03-14T15:50:00Z", "Mon, 14 Mar 2022 16:00:00 GMT")]
    public async Task A_create_that_returns_an_existing_machine_has_an_unknown_outcome(
        PaperspaceApiVersion api, string name, string created, string? date)
    {
        await using var server = CreatingServer(api, name, created, date);
        using var client = api == PaperspaceApiVersion.Core ? TestClient.Of(server.BaseUri) : TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Completed, default));

        Assert.Equal((PaperspaceErrorReason.OutcomeUnknown, RequestOutcome.Unknown), (error.Reason, error.Outcome));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "2022-03-14T15:57:00Z", "Mon, 14 Mar 2022 16:00:00 GMT")]
    [InlineData(PaperspaceApiVersion.V1, "2022-03-14T15:57:00Z", "Mon, 14 Mar 2022 16:00:00 GMT")]
    [InlineData(PaperspaceApiVersion.V1, "2022-03-14T15:20:00Z", null)]
    [InlineData(PaperspaceApiVersion.V1, "2022-03-14T12:00:00Z", "Mon, 14 Mar 2022 12:00:00 GMT")]
    [InlineData(PaperspaceApiVersion.V1, "2022-03-14T16:00:00Z", "Mon, 14 Mar 2022 20:00:00 GMT")]
    [InlineData(PaperspaceApiVersion.V1, "2022-03-14T20:00:00Z", "Mon, 14 Mar 2022 20:00:00 GMT")]
    public async Task A_create_allows_for_a_difference_of_the_clocks(PaperspaceApiVersion api, string created, string? date)
    {
        await using var server = CreatingServer(api, "My Machine 1", created, date);
        using var client = api == PaperspaceApiVersion.Core ? TestClient.Of(server.BaseUri) : TestClient.OfV1(server.BaseUri);

        var operation = await client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Completed, default);

        Assert.Equal("psnew", operation.ResourceId);
    }

    [Fact]
    public async Task The_text_of_an_error_with_status_200_is_shown()
    {
        await using var server = ScriptedServer.Replying(request => request.Method == "POST"
            ? Reply.Json("""{"error":{"name":"Error","message":"The disk is too small"}}""")
            : Reply.To(request));
        using var client = TestClient.Of(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));

        Assert.Contains("The disk is too small.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("psasked", "other")]
    [InlineData("psother", "s1")]
    public async Task The_outcome_of_a_snapshot_is_unknown_if_another_one_is_returned(string machineId, string name)
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("{\"data\":{\"id\":\"slold\",\"name\":\"" + name + "\",\"machineId\":\"" + machineId + "\"}}"));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = Asked, Name = "s1" }, default));

        Assert.Equal((PaperspaceErrorReason.OutcomeUnknown, RequestOutcome.Unknown), (error.Reason, error.Outcome));
    }

    [Fact]
    public async Task The_events_of_other_machines_are_left_out()
    {
        await using var server = ScriptedServer.Replying(Reply.Json(
            """
            {"items":[
              {"id":"e1","name":"stop","state":"done","machineId":"psother","dtCreated":"2022-03-14T16:00:02Z"},
              {"id":"e2","name":"start","state":"done","machineId":"psasked","dtCreated":"2022-03-14T16:00:01Z"},
              {"id":"e3","name":"stop","state":"done","machineId":null,"dtCreated":"2022-03-14T16:00:00Z"}]}
            """));
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Machines.ListEvents(Asked);

        var page = await pager.NextAsync(default);

        Assert.Equal(["e2", "e3"], page!.Select(item => item.Handle));
    }

    private static ScriptedServer CreatingServer(PaperspaceApiVersion api, string name, string created, string? date)
    {
        var machine = $$"""{"id":"psnew","name":"{{name}}","state":"provisioning","dtCreated":"{{created}}"}""";
        string[] headers = date is null ? [] : [$"Date: {date}"];
        return ScriptedServer.Replying(request => request.Method == "POST"
            ? Reply.Json(api == PaperspaceApiVersion.Core ? machine : "{\"data\":" + machine + "}", 200, headers)
            : Reply.To(request));
    }

    private static async Task<PaperspaceException> FailAsync(PaperspaceApiVersion api, string operation)
    {
        await using var server = ScriptedServer.Replying(request => api == PaperspaceApiVersion.Core ? Reply.To(request) : OfV1(request));
        using var client = api == PaperspaceApiVersion.Core ? TestClient.Of(server.BaseUri) : TestClient.OfV1(server.BaseUri);
        return await Assert.ThrowsAsync<PaperspaceException>(() => Operations[operation](client));
    }

    private static Reply OfV1(SeenRequest request) => (request.Method, request.Path.Split('/')) switch
    {
        ("GET", ["", "v1", "machines", _]) => Reply.Example("v1-machine-show-cpu-off-wire"),
        ("PUT", _) => Reply.Example("v1-update-answer-no-event"),
        ("DELETE", _) => Reply.Example("v1-delete-answer"),
        ("PATCH", [.., "start"]) => Reply.Example("v1-start-answer"),
        ("PATCH", [.., "stop"]) => Reply.Example("v1-stop-answer"),
        ("PATCH", [.., "restart"]) => Reply.Example("v1-restart-answer"),
        _ => V1.V1Reply.To(request),
    };
}
