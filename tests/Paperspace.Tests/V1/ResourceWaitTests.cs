using System.Globalization;
using Newtonsoft.Json.Linq;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.V1;

/// <summary>What became of an action on a snapshot or a template is told by its own event, on the machine that it runs on.</summary>
public sealed class ResourceWaitTests
{
    private const int Count = 150;

    [Theory]
    [InlineData("snapshot-create", 4)]
    [InlineData("snapshot-delete", 4)]
    [InlineData("snapshot-restore", 60)]
    [InlineData("template-create", 90)]
    public async Task An_action_is_over_when_its_event_is(string action, int seconds)
    {
        using var account = Account("off");
        var operation = Act(account, action, "m0");
        var begin = account.Clock.Elapsed;

        var ending = await account.WaitAsync(operation);

        Assert.Null(ending.Result.Error);
        Assert.Null(ending.Warning);
        Assert.Same(operation.Resource, ending.Result.Resource);
        Assert.Equal("m0", ending.Machine.Id);
        Assert.InRange(ending.At - begin, TimeSpan.FromSeconds(seconds - 1), TimeSpan.FromSeconds(seconds + 6));
    }

    [Fact]
    public async Task An_action_without_an_event_is_over_at_once()
    {
        using var account = Account("off");
        var operation = new Operation
        {
            ResourceKind = ResourceKinds.Template,
            ResourceId = "tc7m2x9d",
            Action = "template-delete",
            Resource = "the template",
        };

        var ending = await account.WaitAsync(operation);

        Assert.Null(ending.Result.Error);
        Assert.Equal("the template", ending.Result.Resource);
        Assert.Empty(account.Traffic.Exchanges);
    }

    [Fact]
    public void An_operation_whose_events_are_no_machines_cannot_be_awaited()
    {
        using var account = Account("off");
        var operation = new Operation
        {
            ResourceKind = ResourceKinds.Snapshot,
            ResourceId = "sl0",
            Action = "snapshot-create",
            EventIds = ["e0"],
        };

        Assert.Contains(
            "snapshot-create of snapshot sl0",
            Assert.Throws<ArgumentException>(() => account.Client.Machines.WaitFor([operation], new())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_events_of_the_machine_neither_end_nor_hold_up_an_action()
    {
        using var account = Account("ready");
        var create = Act(account, "snapshot-create", "m0");
        var restore = Act(account, "snapshot-restore", "m0");
        await account.DoAsync("stop", "m0");

        var endings = await account.WaitAsync([create, restore]);

        Assert.Equal(["snapshot-create", "snapshot-restore"], endings.Select(ending => ending.Result.Action));
        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        Assert.InRange(endings[0].At, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(15));
        Assert.InRange(endings[1].At, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(75));
    }

    [Fact]
    public async Task What_was_cancelled_fails_and_names_the_snapshot()
    {
        using var account = Account("off");
        var operation = Act(account, "snapshot-restore", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(2));
        account.Simulator.CancelRunningEvent("m0");

        var error = (await account.WaitAsync(operation)).Error;

        Assert.Equal(PaperspaceErrorReason.MachineActionCancelled, error.Reason);
        Assert.Equal($"The snapshot-restore of snapshot {operation.ResourceId} of machine m0 (machine-0) was cancelled.", error.Message);
    }

    [Theory]
    [InlineData("\"The disk is on fire.\"", "\"2026-03-01T12:00:05Z\"", "The disk is on fire.")]
    [InlineData("null", "null", null)]
    public async Task An_event_in_error_with_a_reason_or_without_an_end_is_a_failure(string error, string finished, string? reason)
    {
        using var account = Account("off");
        var operation = Act(account, "snapshot-create", "m0");
        account.Simulator.Inject(Event(operation, "error", error, finished));

        var ending = await account.WaitAsync(operation);

        Assert.Equal(PaperspaceErrorReason.MachineActionFailed, ending.Error.Reason);
        Assert.Equal(reason, ending.Error.ApiMessage);
    }

    [Theory]
    [InlineData("snapshot-create", false)]
    [InlineData("snapshot-delete", false)]
    [InlineData("template-create", false)]
    [InlineData("snapshot-restore", true)]
    public async Task An_event_in_error_with_an_end_and_no_reason_leaves_it_to_the_resource(string action, bool warns)
    {
        using var account = Account("off");
        if (action is "snapshot-delete" or "snapshot-restore") account.Clock.Advance(TimeSpan.FromMinutes(1));
        var operation = Act(account, action, "m0", misreported: true);

        var ending = await account.WaitAsync(operation);

        Assert.Null(ending.Result.Error);
        Assert.Equal(warns, ending.Warning is not null);
    }

    [Theory]
    [InlineData("snapshot-create", 404)]
    [InlineData("template-create", 404)]
    [InlineData("snapshot-delete", 200)]
    public async Task What_was_not_done_in_spite_of_an_end_is_a_failure(string action, int status)
    {
        using var account = Account("off");
        var operation = Act(account, action, "m0", misreported: true);
        account.Simulator.Inject(new SimulatedFault
        {
            Method = "GET",
            Path = $"/{operation.ResourceId}$",
            Status = status,
            Body = status == 404 ? """{"message":"Not found","code":"NOT_FOUND"}""" : """{"id":"there"}""",
            Times = 10,
        });

        Assert.Equal(
            PaperspaceErrorReason.MachineActionFailed,
            (await account.WaitAsync(operation)).Error.Reason);
    }

    [Theory]
    [InlineData("snapshot-create", false)]
    [InlineData("snapshot-restore", false)]
    [InlineData("snapshot-delete", true)]
    public async Task A_machine_that_is_gone_has_no_snapshots(string action, bool succeeds)
    {
        using var account = Account("off");
        var operation = Act(account, action, "m0");
        account.Simulator.RemoveAbruptly("m0");

        var ending = await account.WaitAsync(operation);

        Assert.Equal(succeeds ? null : PaperspaceErrorReason.MachineVanished, ending.Result.Error?.Reason);
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_named_with_its_event()
    {
        using var account = Account("off");
        var operation = Act(account, "template-create", "m0");

        var error = (
            await account.WaitAsync(operation, new() { Timeout = TimeSpan.FromSeconds(30) }))
            .Error;

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, error.Reason);
        Assert.StartsWith(
            $"Machine m0 (machine-0) did not complete the template-create of template {operation.ResourceId} within 30 s",
            error.Message,
            StringComparison.Ordinal);
        Assert.Contains("last event: template-create, in progress", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_progress_counts_the_states_of_the_events()
    {
        using var account = Account("ready");
        using var waiter = account.Client.Machines.WaitFor(
            [Act(account, "snapshot-restore", "m0")],
            new());

        await waiter.NextAsync(default);
        await waiter.NextAsync(default);

        Assert.Equal(["new"], waiter.Progress.States.Keys);
    }

    [Theory]
    [InlineData("snapshot-create", 1)]
    [InlineData("snapshot-restore", 1)]
    [InlineData("template-create", 1)]
    [InlineData("snapshot-delete", 60)]
    public async Task Many_cost_few_requests(string action, double speed)
    {
        using var account = new TestAccount(
            new SimulatorOptions { Seeds = TestAccount.Seeds(Enumerable.Repeat("off", Count)), Speed = speed }, PaperspaceApiVersion.V1);
        Operation[] conditions =
        [
            .. Enumerable
                .Range(0, Count)
                .Select(i => Act(account, action, string.Create(CultureInfo.InvariantCulture, $"m{i}"))),
        ];
        account.Traffic.Forget();

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        var rounds = account.Traffic.Exchanges.Select(request => request.At).Distinct().Count();
        Assert.InRange(account.Traffic.Exchanges.Count, 1, 12 * rounds);
    }

    private static TestAccount Account(string state) =>
        new(new SimulatorOptions { Seeds = TestAccount.Seeds(state) }, PaperspaceApiVersion.V1);

    private static SimulatedFault Event(Operation operation, string state, string error, string finished) => new()
    {
        Method = "GET",
        Path = "/machine-events",
        Status = 200,
        Body = $$"""
            {"hasMore":false,"items":[{"id":"{{operation.EventIds[0]}}","name":"{{operation.Action}}","state":"{{state}}","machineId":"m0",
            "dtCreated":"2026-03-01T12:00:00Z","dtStarted":null,"dtFinished":{{finished}},"error":{{error}}}]}
            """,
        Times = 1000,
    };

    private static Operation Act(TestAccount account, string action, string machineId, bool misreported = false)
    {
        var snapshotId = action is "snapshot-delete" or "snapshot-restore" ? TakeSnapshot(account, machineId) : null;
        if (misreported) account.Simulator.MisreportNextEvent(machineId);
        var response = action switch
        {
            "snapshot-create" => Send(account, "POST", "snapshots", $$"""{"name":"before","machineId":"{{machineId}}"}"""),
            "snapshot-delete" => Send(account, "DELETE", $"snapshots/{snapshotId}"),
            "snapshot-restore" => Send(account, "POST", $"snapshots/{snapshotId}/restore", "{}"),
            "template-create" => Send(account, "POST", "custom-templates", $$"""{"name":"base","machineId":"{{machineId}}"}"""),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
        };
        return new Operation
        {
            ResourceKind = action == "template-create" ? ResourceKinds.Template : ResourceKinds.Snapshot,
            ResourceId = (string)response["data"]!["id"]!,
            MachineId = machineId,
            Action = action,
            EventIds = [(string)response["event"]!["id"]!],
            Resource = response["data"],
        };
    }

    private static string TakeSnapshot(TestAccount account, string machineId) =>
        (string)Send(account, "POST", "snapshots", $$"""{"name":"before","machineId":"{{machineId}}"}""")["data"]!["id"]!;

    private static JObject Send(TestAccount account, string method, string path, string? body = null)
    {
        var response = account.Simulator.Respond(new SimulatedRequest(
            method, $"/v1/{path}", [new("Authorization", "Bearer a-key"), new("Content-Type", "application/json")], body));
        Assert.True(response.Status == 200, response.Body);
        return JObject.Parse(response.Body!);
    }
}
