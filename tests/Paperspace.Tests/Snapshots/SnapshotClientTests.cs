using System.Globalization;
using Paperspace.Simulator;
using Paperspace.Tests.Support;
using Paperspace.Tests.V1;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Snapshots;

/// <summary>Snapshots, whose dates and states are those of events.</summary>
public sealed class SnapshotClientTests
{
    [Fact]
    public async Task A_snapshot_lives_from_create_to_delete()
    {
        using var account = Account("ready");
        var created = await account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = "m0", Name = "before" }, default);
        var snapshot = Assert.IsType<Snapshot>(created.Resource);
        Assert.Equal(
            (ResourceKinds.Snapshot, snapshot.Id, "m0", "snapshot-create"),
            (created.ResourceKind, created.ResourceId, created.MachineId, created.Action));
        Assert.Equal(
            ("before", "m0", false, "new", account.Clock.Start),
            (snapshot.Name, snapshot.MachineId, snapshot.IsAutoSnapshot, snapshot.State, snapshot.DtCreated));

        var ending = await account.WaitAsync(created);
        Assert.Equal("done", Assert.IsType<Snapshot>(ending.Result.Resource).State);

        Assert.Equal(
            "kept",
            (await account.Client.Snapshots.UpdateAsync(snapshot.Id, new SnapshotUpdateOptions { Name = "kept" }, default)).Name);
        var read = await account.Client.Snapshots.GetAsync(snapshot.Id, default);
        Assert.Equal(("kept", "done", account.Clock.Start), (read.Name, read.State, read.DtCreated));

        var restored = await account.Client.Snapshots.RestoreAsync(snapshot.Id, true, default);
        Assert.Null((await account.WaitAsync(restored)).Result.Error);
        Assert.Equal(["before restore of kept", "kept"], (await ListAsync(account)).Select(item => item.Name));

        var deleted = await account.Client.Snapshots.DeleteAsync(snapshot.Id, default);
        Assert.Null((await account.WaitAsync(deleted)).Result.Error);
        var gone = await Assert.ThrowsAsync<PaperspaceException>(() => account.Client.Snapshots.GetAsync(snapshot.Id, default));
        Assert.Equal(PaperspaceErrorReason.ResourceNotFound, gone.Reason);
    }

    [Fact]
    public async Task Each_snapshot_has_the_date_of_its_own_event()
    {
        using var account = Account("off", "off");
        foreach (var (machine, name) in new[] { ("m0", "a"), ("m1", "b"), ("m0", "c"), ("m1", "d"), ("m0", "e") })
        {
            await account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = machine, Name = name }, default);
            account.Clock.Advance(TimeSpan.FromHours(1));
        }

        var snapshots = await ListAsync(account);

        Assert.Equal(["e", "d", "c", "b", "a"], snapshots.Select(item => item.Name));
        Assert.Equal([4, 3, 2, 1, 0], snapshots.Select(item => (item.DtCreated!.Value - account.Clock.Start).TotalHours));
        Assert.All(snapshots, item => Assert.Equal("done", item.State));
        Assert.Equal(["e", "c", "a"], (await Pages.ReadAsync(account.Client.Snapshots.List("m0"))).Items.Select(item => item.Name));
        Assert.All(
            (await Pages.ReadAsync(account.Client.Snapshots.List(includeDates: false))).Items,
            item => Assert.Null(item.DtCreated ?? (object?)item.State));
    }

    [Fact]
    public async Task Snapshots_older_than_a_deletion_have_no_date()
    {
        using var account = Account("off");
        var ids = new List<string>();
        foreach (var name in new[] { "a", "b" })
            ids.Add(
                (
                    await account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = "m0", Name = name }, default))
                    .ResourceId);
        account.Clock.Advance(TimeSpan.FromHours(1));
        await account.Client.Snapshots.DeleteAsync(ids[1], default);
        account.Clock.Advance(TimeSpan.FromHours(1));
        await account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = "m0", Name = "c" }, default);

        var snapshots = await ListAsync(account);

        Assert.Equal(["c", "a"], snapshots.Select(item => item.Name));
        Assert.Equal([account.Clock.Start.AddHours(2), null], snapshots.Select(item => item.DtCreated));
        Assert.Equal(["new", null], snapshots.Select(item => item.State));
    }

    [Theory]
    [InlineData("error", "\"no space\"", "null")]
    [InlineData("error", "null", "\"2026-02-12T08:01:00.000Z\"")]
    [InlineData("cancelled", "null", "null")]
    public async Task Snapshots_older_than_a_possible_failure_have_no_date(string state, string error, string finished)
    {
        var events = string.Join(
            ",",
            Event("e3", "snapshot-create", "done"),
            Event("e2", "snapshot-create", state, error, finished),
            Event("e1", "snapshot-create", "done"));
        await using var server = ScriptedServer.Replying(request => request.Path.EndsWith("machine-events", StringComparison.Ordinal)
            ? Reply.Json($$"""{"hasMore":false,"items":[{{events}}]}""")
            : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var snapshots = (await Pages.ReadAsync(client.Snapshots.List())).Items;

        Assert.Equal(["done", null], snapshots.Select(item => item.State));
    }

    [Theory]
    [InlineData("""{"id":"e2","name":"snapshot-delete","state":"cancelled","machineId":"psm9u09bwu5i","dtCreated":"2026-02-12T08:02:00.000Z"}""")]
    [InlineData("""{"id":"e2","name":"start","state":"done","machineId":"psm9u09bwu5i","dtCreated":"2026-02-12T08:02:00.000Z"}""")]
    [InlineData("""{"id":"e3","name":"snapshot-create","state":"done","machineId":"psm9u09bwu5i","dtCreated":"2026-02-12T08:03:00.000Z"}""")]
    public async Task Other_events_and_repeated_ones_do_not_matter(string other)
    {
        var events = string.Join(",", Event("e3", "snapshot-create", "in progress"), other, Event("e1", "snapshot-create", "done"));
        await using var server = ScriptedServer.Replying(request => request.Path.EndsWith("machine-events", StringComparison.Ordinal)
            ? Reply.Json($$"""{"hasMore":false,"items":[{{events}}]}""")
            : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var snapshots = (await Pages.ReadAsync(client.Snapshots.List())).Items;

        Assert.Equal([3, 1], snapshots.Select(item => item.DtCreated!.Value.Minute));
    }

    [Fact]
    public async Task The_dates_of_many_machines_need_few_requests()
    {
        const int Count = 60;
        using var account = Account([.. Enumerable.Repeat("off", Count)]);
        for (var i = 0; i < Count; i++)
            await account.Client.Snapshots.CreateAsync(
                new SnapshotCreateOptions { MachineId = string.Create(CultureInfo.InvariantCulture, $"m{i}"), Name = "s" },
                default);
        account.Traffic.Forget();

        var snapshots = await ListAsync(account);

        Assert.Equal(Count, snapshots.Count);
        Assert.All(snapshots, item => Assert.NotNull(item.DtCreated));
        Assert.InRange(account.Traffic.Exchanges.Count, 2, 13);
    }

    [Fact]
    public async Task A_page_whose_events_cannot_be_read_is_requested_again()
    {
        using var account = Account("off");
        await account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = "m0", Name = "s" }, default);
        account.Simulator.Inject(new SimulatedFault { Method = "GET", Path = "/machine-events", Status = 500 });
        using var pager = account.Client.Snapshots.List();

        await Assert.ThrowsAsync<PaperspaceException>(() => pager.NextAsync(default));
        Assert.Equal("new", Assert.Single((await pager.NextAsync(default))!).State);
        Assert.Null(await pager.NextAsync(default));
    }

    [Theory]
    [InlineData(null, "before", "MachineId")]
    [InlineData("a/b", "before", "MachineId")]
    [InlineData("m0", "", "Name")]
    public async Task A_missing_machine_or_name_is_rejected_before_a_request(string? machineId, string name, string parameter)
    {
        using var account = Account("off");

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = machineId, Name = name }, default));

        Assert.Equal(parameter, Assert.Single(error.Parameters));
        Assert.Empty(account.Traffic.Exchanges);
    }

    private static string Event(string id, string name, string state, string error = "null", string finished = "null") =>
        $$"""{"id":"{{id}}","name":"{{name}}","state":"{{state}}","machineId":"psm9u09bwu5i","dtCreated":"2026-02-12T08:0{{id[1]}}:00.000Z","dtFinished":{{finished}},"error":{{error}}}""";

    private static async Task<IReadOnlyList<Snapshot>> ListAsync(TestAccount account) =>
        (await Pages.ReadAsync(account.Client.Snapshots.List())).Items;

    private static TestAccount Account(params string[] states) =>
        new(new SimulatorOptions { Seeds = TestAccount.Seeds(states) }, PaperspaceApiVersion.V1);
}
