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
