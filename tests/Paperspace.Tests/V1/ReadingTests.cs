using System.Globalization;
using System.Text.Json;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Every example of the API is read, field by field.</summary>
public sealed class ReadingTests
{
    /// <summary>What nothing of the client reads, or what other tests read: the bodies of requests, and nouns beyond machines and
    /// templates.</summary>
    private static IReadOnlyList<string> ReadElsewhere { get; } =
    [
        "v1-account-standing",
        "v1-desktop",
        "v1-private-network",
        "v1-public-ip",
        "v1-shared-drives",
        "v1-snapshot",
        "v1-startup-script",
        "v1-storage-utilization",
        "v1-team-user",
        "v1-custom-template-create",
        "v1-custom-template-delete",
        "v1-req-private",
        "v1-req-public",
        "v1-req-snapshot",
        "v1-req-startup",
    ];

    public static TheoryData<string> Shows { get; } = [.. Examples.Names("v1-machine-show-")];

    public static TheoryData<string> Lists { get; } = [.. Examples.Names("v1-machines-list-")];

    public static TheoryData<string> Events { get; } = [.. Examples.Names("v1-machine-event-show-")];

    public static TheoryData<string, string> Responses { get; } =
        new()
        {
            { "v1-create-answer", "create" },
            { "v1-create-answer-static-ip-wire", "create" },
            { "v1-start-answer", "start" },
            { "v1-start-answer-stale-state", "start" },
            { "v1-stop-answer", "stop" },
            { "v1-restart-answer", "restart" },
            { "v1-delete-answer", "delete" },
            { "v1-update-answer-with-event", "update" },
            { "v1-update-answer-no-event", "update" },
        };

    [Theory]
    [MemberData(nameof(Shows))]
    public async Task A_shown_machine_has_every_field(string example) =>
        AssertMachine(Parse(example), await ShowAsync(Reply.Example(example), Parse(example).GetProperty("id").GetString()!));

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_listed_machine_has_every_field(string example)
    {
        await using var server = ScriptedServer.Replying(Reply.Example(example), Reply.Example("v1-machines-list-empty"));
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Machines.List();
        var expected = Parse(example).GetProperty("items").EnumerateArray().ToArray();
        var page = await pager.NextAsync(default);
        Assert.Equal(expected.Length, page!.Count);
        foreach (var (json, machine) in expected.Zip(page)) AssertMachine(json, machine);
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public async Task An_action_returns_the_machine_and_the_event(string example, string action)
    {
        var json = Parse(example);
        await using var server = ScriptedServer.Replying(request =>
            request.Method == "GET" ? Reply.Json(json.GetProperty("data").GetRawText()) : Reply.Example(example));
        using var client = TestClient.OfV1(server.BaseUri);
        var id = json.GetProperty("data").GetProperty("id").GetString()!;
        var options = Requests.Smallest();
        options.Name = json.GetProperty("data").GetProperty("name").GetString();
        var operation = await (
            action switch
            {
                "create" => client.Machines.CreateAsync(options, WaitUntil.Started, default),
                "start" => client.Machines.StartAsync(id, WaitUntil.Started, default),
                "stop" => client.Machines.StopAsync(id, WaitUntil.Started, default),
                "restart" => client.Machines.RestartAsync(id, WaitUntil.Started, default),
                "delete" => client.Machines.DeleteAsync(id, null, WaitUntil.Started, default),
                _ => client.Machines.UpdateAsync(
                    id,
                    new MachineUpdateOptions { Name = json.GetProperty("data").GetProperty("name").GetString() },
                    WaitUntil.Started,
                    default),
            });

        AssertMachine(json.GetProperty("data"), operation.Machine!);
        string[] ids = json.TryGetProperty("event", out var item) ? [item.GetProperty("id").GetString()!] : [];
        Assert.Equal(ids, operation.EventIds);
        Assert.Empty(operation.Warnings);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task A_listed_event_has_every_field(string example)
    {
        await using var server = ScriptedServer.Replying(Reply.Json($$"""{"hasMore":false,"items":[{{Examples.Text(example)}}]}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        AssertEvent(Parse(example), Assert.Single((await Pages.ReadAsync(client.Machines.ListEvents("psm9u09bwu5i"))).Items));
    }

    [Fact]
    public async Task The_team_of_a_machine_is_that_of_the_session()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Null((await client.Machines.GetAsync("ps8k2v5tq1zn", default)).TeamId);

        var session = await client.Account.GetSessionAsync(default);
        var machine = await client.Machines.GetAsync("ps8k2v5tq1zn", default);
        using var pager = client.Machines.List();
        var listed = await pager.NextAsync(default);

        Assert.NotNull(session.TeamId);
        Assert.Equal(session.TeamId, machine.TeamId);
        Assert.All(listed!, item => Assert.Equal(session.TeamId, item.TeamId));
        Assert.Single(server.Requests, request => request.Path == "/v1/auth/session");
    }

    [Fact]
    public async Task A_page_of_events_is_read()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("v1-machine-events-list"), Reply.Example("v1-machines-list-empty"));
        using var client = TestClient.OfV1(server.BaseUri);
        var expected = Parse("v1-machine-events-list").GetProperty("items").EnumerateArray().ToArray();
        var (items, _) = await Pages.ReadAsync(client.Machines.ListEvents("psm9u09bwu5i"));
        Assert.Equal(expected.Length, items.Count);
        foreach (var (json, item) in expected.Zip(items)) AssertEvent(json, item);
    }

    [Fact]
    public async Task A_session_has_the_team_and_the_user()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        var session = await client.Account.GetSessionAsync(default);
        Assert.Equal(
            ("te8fk2v0q", "acme-research", "ur7p0nb7n", "ada@example.com"),
            (session.TeamId, session.Team, session.UserId, session.User));
    }

    [Theory]
    [InlineData("v1-availability", true)]
    [InlineData("v1-availability-no", false)]
    public async Task An_availability_is_read(string example, bool available)
    {
        await using var server = ScriptedServer.Replying(Reply.Example(example));
        using var client = TestClient.OfV1(server.BaseUri);
        var availability = await client.Machines.GetAvailabilityAsync("ny2", "P4000", default);
        Assert.Equal(("NY2", "P4000", available), (availability.Region, availability.MachineType, availability.Available));
    }

    [Fact]
    public async Task A_reservation_and_several_accelerators_are_read()
    {
        var text = Examples.Text("v1-machine-show-gpu-on")
            .Replace("\"count\": 1", "\"count\": 8", StringComparison.Ordinal)
            .Replace(
                "\"reservation\": null",
                """
                "reservation": {"name":"Spring","id":"0b1","dtStarted":"2026-01-01T00:00:00.000Z","dtFinished":"2026-07-01T00:00:00.000Z","isActive":true}
                """,
                StringComparison.Ordinal);
        var machine = await ShowAsync(Reply.Json(text));
        Assert.Equal("Quadro P4000 x8", machine.Gpu);
        Assert.Equal(
            ("0b1", "Spring", true, 2026),
            (machine.Reservation!.Id, machine.Reservation.Name, machine.Reservation.IsActive, machine.Reservation.DtStarted!.Value.Year));
    }

    [Fact]
    public void Every_example_is_read()
    {
        string[] errors = [.. Examples.Names("v1-error-")];
        string[] others =
        [
            "v1-accessors",
            "v1-accessor-add-answer",
            "v1-accessor-remove-answer",
            "v1-availability",
            "v1-availability-no",
            "v1-custom-templates",
            "v1-os-templates",
            "v1-machine-events-list",
            "v1-session",
            "v1-session-null",
            "v1-req-accessor-add",
            "v1-req-create-all-fields",
            "v1-req-create-minimal",
            "v1-req-create-strings",
            "v1-req-resize",
            "v1-req-update",
        ];
        string[] read =
        [
            .. errors,
            .. others,
            .. Examples.Names("v1-machine-show-"),
            .. Examples.Names("v1-machines-list-"),
            .. Examples.Names("v1-machine-event-show-"),
            .. Responses.Select(row => row.Data.Item1),
        ];
        Assert.DoesNotContain(
            Examples.Names("v1-").Except(read),
            name => !ReadElsewhere.Any(part => name.StartsWith(part, StringComparison.Ordinal)));
    }

    private static JsonElement Parse(string example) => JsonDocument.Parse(Examples.Text(example)).RootElement;

    private static async Task<Machine> ShowAsync(Reply reply, string id = "psm9u09bwu5i")
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Path.EndsWith("/machine-events", StringComparison.Ordinal) ? Reply.Example("v1-machines-list-empty") : reply);
        using var client = TestClient.OfV1(server.BaseUri);
        return await client.Machines.GetAsync(id, default);
    }

    private static void AssertMachine(JsonElement json, Machine machine)
    {
        Assert.Empty(machine.AdditionalData);
        foreach (var field in json.EnumerateObject())
            Assert.Equal((field.Name, Expected(field.Name, field.Value, json)), (field.Name, Actual(field.Name, machine)));
    }

    private static string? Expected(string name, JsonElement value, JsonElement machine) =>
        name switch
        {
            "region" => Regions.Normalize(value.GetString()),
            // A new machine has these values until the API knows them.
            "cpus" or "ram" or "storageTotal" when machine.GetProperty("ram").ToString() == "0" => null,
            "autoShutdownEnabled" => value.GetBoolean() ? machine.GetProperty("autoShutdownTimeout").ToString() : null,
            "autoShutdownTimeout" when !machine.GetProperty("autoShutdownEnabled").GetBoolean() => null,
            "autoSnapshotFrequency" => value.GetString() switch
            {
                "daily" => "day",
                "weekly" => "week",
                "hourly" => "hour",
                "monthly" => "month",
                var other => other,
            },
            "accelerators" when value.ValueKind == JsonValueKind.Array => string.Join(
                ", ",
                value
                    .EnumerateArray()
                    .Select(item => $"{item.GetProperty("name")} {item.GetProperty("memory")} {item.GetProperty("count")}")),
            _ => value.ValueKind == JsonValueKind.Null ? null : value.ToString().ToLowerInvariant(),
        };

    private static string? Actual(string name, Machine machine) =>
        name switch
        {
            "privateIp" => machine.PrivateIpAddress,
            "publicIp" => machine.PublicIpAddress,
            "autoShutdownEnabled" or "autoShutdownTimeout" => machine.ShutdownTimeoutInHours?.ToString(CultureInfo.InvariantCulture),
            "autoShutdownForce" => Text(machine.ShutdownTimeoutForces),
            "autoSnapshotEnabled" => Text(machine.PerformAutoSnapshot),
            "usageRate" => Text(machine.HourlyRate),
            "region" => machine.Region,
            "accelerators" => machine.Accelerators is { } all
                ? string.Join(", ", all.Select(item => FormattableString.Invariant($"{item.Name} {item.Memory} {item.Count}")))
                : null,
            _ => Text(
                typeof(Machine)
                    .GetProperties()
                    .Single(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
                    .GetValue(machine)),
        };

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateTimeOffset time => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!.ToLowerInvariant(),
    };

    private static void AssertEvent(JsonElement json, MachineEvent item)
    {
        Assert.Empty(item.AdditionalData);
        Assert.Equal(
            [
                Text("id"),
                Text("name"),
                Text("state"),
                Text("machineId"),
                Text("error"),
                Text("dtCreated"),
                Text("dtStarted"),
                Text("dtFinished"),
            ],
            [
                item.Handle,
                item.Name,
                item.State,
                item.MachineId,
                item.ErrorMsg,
                Time(item.DtCreated),
                Time(item.DtStarted),
                Time(item.DtFinished),
            ]);

        string? Text(string name) => json.GetProperty(name).GetString();
        static string? Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    }
}
