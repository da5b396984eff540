using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Only the event of the action decides about it, whatever other events there are.</summary>
public sealed class OtherEventTests
{
    private const string Own =
        """{"id":"e-own","name":"start","state":"STATE","machineId":"ps1","dtCreated":"2022-03-14T16:00:00Z","dtFinished":FINISHED}""";

    public static TheoryData<string> Others { get; } =
    [
        """{"id":"e-2","name":"start","state":"error","machineId":"ps1","dtCreated":"2022-03-14T16:00:01Z","dtStarted":"2022-03-14T16:00:01Z","dtFinished":"2022-03-14T16:00:01Z","error":"This machine is currently starting."}""",
        """{"id":"e-2","name":"stop","state":"done","machineId":"psother","dtCreated":"2022-03-14T16:00:01Z","dtStarted":"2022-03-14T16:00:01Z","dtFinished":"2022-03-14T16:00:01Z","error":null}""",
        """{"id":"e-2","name":"deactivate","state":"done","machineId":"psother","dtCreated":"2022-03-14T16:00:01Z","dtStarted":"2022-03-14T16:00:01Z","dtFinished":"2022-03-14T16:00:01Z","error":null}""",
        """{"id":"e-2","name":"deactivate","state":"done","machineId":null,"dtCreated":"2022-03-14T16:00:01Z","dtStarted":"2022-03-14T16:00:01Z","dtFinished":"2022-03-14T16:00:01Z","error":null}""",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_event_does_not_end_the_action(string other)
    {
        var ended = await StartAsync(
            read => read < 4 ? "starting" : "ready", read => [other, OwnEvent(read < 4 ? "in progress" : "done")]);

        Assert.Null(ended.Error);
        Assert.Equal("ready", ended.Machine!.State);
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Another_event_does_not_replace_one_that_is_not_shown_yet(string other)
    {
        var ended = await StartAsync(read => read < 4 ? "off" : "ready", read => read < 4 ? [other] : [other, OwnEvent("done")]);

        Assert.Null(ended.Error);
        Assert.Equal("ready", ended.Machine!.State);
    }

    [Fact]
    public async Task The_event_of_another_machine_in_the_response_is_not_the_action_s()
    {
        var ended = await StartAsync(
            _ => "off",
            _ => [OwnEvent("done").Replace("ps1", "psother", StringComparison.Ordinal)],
            TimeSpan.FromMinutes(1));

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ended.Error!.Reason);
    }

    private static string OwnEvent(string state) => Own
        .Replace("STATE", state, StringComparison.Ordinal)
        .Replace("FINISHED", state == "done" ? "\"2022-03-14T16:00:20Z\"" : "null", StringComparison.Ordinal);

    private static string Machine(string state) => $$"""{"id":"ps1","name":"m1","state":"{{state}}"}""";

    private static async Task<Operation> StartAsync(
        Func<int, string> getState, Func<int, IReadOnlyList<string>> getEvents, TimeSpan? timeout = null)
    {
        var reads = 0;
        await using var server = ScriptedServer.Replying(request => (request.Method, request.Path) switch
        {
            ("PATCH", _) => Reply.Json($$"""{"data":{{Machine("off")}},"event":{{OwnEvent("new")}}}"""),
            (_, "/v1/machines/ps1") => Reply.Json(Machine(getState(reads++))),
            (_, "/v1/machine-events") => Reply.Json($$"""{"items":[{{string.Join(",", getEvents(reads))}}]}"""),
            (_, "/v1/machine-events/e-own") when getEvents(reads).FirstOrDefault(item => item.Contains("e-own", StringComparison.Ordinal)) is { } own =>
                Reply.Json(own),
            _ => Reply.Example("v1-error-404-route", 404),
        });
        using var client = TestClient.OfV1(server.BaseUri);
        var operation = await client.Machines.StartAsync("ps1", WaitUntil.Completed, default);
        using var waiter = client.Machines.WaitFor([operation], new() { Timeout = timeout ?? TimeSpan.FromMinutes(5) });
        while (await waiter.NextAsync(TestContext.Current.CancellationToken) is not null)
        {
        }

        return operation;
    }
}
