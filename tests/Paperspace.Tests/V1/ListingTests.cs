using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Lists are read by cursors to their end, and filtered in the client where the API cannot.</summary>
public sealed class ListingTests
{
    private const string NoCursor = "";

    /// <summary>Gets a filter for each option, its text, and whether the machine of the example has it.</summary>
    public static TheoryData<string, string?, bool> Filters { get; } = new()
    {
        { "Name", "RENDER-01", true }, { "Name", "render", false },
        { "Os", "Ubuntu 22.04 Server", true }, { "Os", null, false },
        { "Ram", "32212254720", true }, { "Ram", "1", false },
        { "Cpus", "8", true }, { "Cpus", "2", false },
        { "Gpu", "Quadro P4000", true }, { "Gpu", null, false },
        { "StorageTotal", "53687091200", true }, { "StorageTotal", "5", false },
        { "StorageUsed", "12884901888", true }, { "StorageUsed", null, false },
        { "ShutdownTimeoutInHours", "8", true }, { "ShutdownTimeoutInHours", null, false },
        { "PerformAutoSnapshot", "false", true }, { "PerformAutoSnapshot", "true", false },
        { "AutoSnapshotFrequency", null, true }, { "AutoSnapshotFrequency", "daily", false },
        { "AutoSnapshotSaveCount", null, true }, { "AutoSnapshotSaveCount", "1", false },
        { "AgentType", "LinuxHeadless", true }, { "AgentType", "WindowsDesktop", false },
        { "DtCreated", "2026-02-11T08:14:02.617Z", true }, { "DtCreated", "2026-02-11T08:14:02Z", false },
        { "State", "Ready", true }, { "State", "off", false },
        { "UpdatesPending", "false", true }, { "UpdatesPending", null, false },
        { "NetworkId", "nwhoe4ox", true }, { "NetworkId", null, false },
        { "PrivateIpAddress", "10.64.12.21", true }, { "PrivateIpAddress", "10.64.12.2", false },
        { "PublicIpAddress", "203.0.113.24", true }, { "PublicIpAddress", null, false },
        { "Region", "ny2", true }, { "Region", "East Coast (NY2)", true }, { "Region", "AMS1", false },
        { "TeamId", "te8fk2v0q", true }, { "TeamId", "another", false },
        { "UserId", null, false }, { "UserId", "ur7p0nb7n", false },
        { "ScriptId", null, false }, { "ScriptId", "scq8d2m1x", false },
        { "UsageRate", null, false }, { "UsageRate", "P4000 hourly", false },
        { "DtLastRun", null, false }, { "DtLastRun", "2026-02-11T08:14:02.617Z", false },
        { "MachineId", "psm9u09bwu5i", true }, { "MachineId", null, false },
    };

    [Fact]
    public async Task A_list_that_does_not_end_is_an_error()
    {
        var pages = 0;
        await using var server = ScriptedServer.Replying(_ =>
        {
            var page = Interlocked.Increment(ref pages);
            return Reply.Json($$"""{"hasMore":true,"nextPage":"p{{page}}","items":[{"id":"ps{{page}}"}]}""");
        });
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Machines.List();

        var error = await Assert.ThrowsAsync<PaperspaceException>(async () =>
        {
            while (await pager.NextAsync(TestContext.Current.CancellationToken) is not null)
            {
            }
        });

        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.StartsWith("The list does not end", error.Message, StringComparison.Ordinal);
        Assert.InRange(pages, 10_000, 10_010);
    }

    [Fact]
    public void Every_filter_is_tested() =>
        Assert.Equal(
            typeof(MachineFilter)
                .GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            Filters.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_filter_selects_machines_with_its_value(string option, string? value, bool matches)
    {
        await using var server = ScriptedServer.Replying(request => request.Path == "/v1/machines"
            ? Reply.Json($$"""{"hasMore":false,"items":[{{Examples.Text("v1-machine-show-gpu-on-wire")}}]}""")
            : request.Path == "/v1/machines/psm9u09bwu5i" ? Reply.Example("v1-machine-show-gpu-on-wire") : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);
        var filter = new MachineFilter();
        var property = typeof(MachineFilter).GetProperty(option)!;
        property.SetValue(
            filter,
            value is null ? null : Parse(value, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));

        var (items, warnings) = await Pages.ReadAsync(client.Machines.List(filter));

        Assert.Equal(matches ? 1 : 0, items.Count);
        Assert.Equal(option is "UserId" or "ScriptId" or "UsageRate" or "DtLastRun", warnings.Count > 0);
    }

    [Fact]
    public async Task Filters_that_the_API_supports_are_sent()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        await Pages.ReadAsync(
            client.Machines.List(
                new MachineFilter
                {
                    Name = "a&b=c +ü",
                    Region = "East Coast (NY2)",
                    AgentType = "LinuxHeadless",
                    State = "off",
                }));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["limit"] = "120",
                ["orderBy"] = "dtCreated",
                ["name"] = "a&b=c +ü",
                ["region"] = "ny2",
                ["agentType"] = "LinuxHeadless",
            },
            server.Request.QueryFields);
    }

    [Fact]
    public async Task A_machine_that_does_not_exist_is_an_empty_list()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("v1-error-404-machine", 404));
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Empty((await Pages.ReadAsync(client.Machines.List(new MachineFilter { MachineId = "nosuch" }))).Items);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData(NoCursor)]
    public async Task A_list_follows_cursors_to_the_end(string last)
    {
        await using var server = ScriptedServer.Replying(request => request.QueryFields.TryGetValue("after", out var after)
            ? after == "m119" ? PageOf(120, 120, "m239") : PageOf(240, 10, last.Length == 0 ? null : last, raw: true)
            : PageOf(0, 120, "m119"));
        using var client = TestClient.OfV1(server.BaseUri);

        var (items, warnings) = await Pages.ReadAsync(client.Machines.List());

        Assert.Equal(Enumerable.Range(0, 250).Select(Id), items.Select(machine => machine.Id));
        Assert.Empty(warnings);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task The_next_page_is_requested_while_the_previous_one_is_read()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Query.Contains("after", StringComparison.Ordinal) ? PageOf(2, 1, null) : PageOf(0, 2, "m1"));
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Machines.List();

        Assert.Equal(2, (await pager.NextAsync(default))!.Count);
        await server.NextRequestAsync();
        Assert.Contains("after=m1", (await server.NextRequestAsync()).Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_prefetched_one_after_another()
    {
        const int Count = 8;
        await using var server = ScriptedServer.Replying(request =>
        {
            var from = request.QueryFields.TryGetValue("after", out var after)
                ? int.Parse(after[1..], CultureInfo.InvariantCulture) + 1
                : 0;
            return PageOf(from, 1, from + 1 < Count ? Id(from) : null);
        });
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Machines.List();
        await pager.NextAsync(default);
        await pager.NextAsync(default);
        List<string> asked = [];

        // Two that were taken, and three more.
        while (asked.Count < 5) asked.Add((await server.NextRequestAsync()).QueryFields.GetValueOrDefault("after", ""));

        Assert.Equal(["", "m0", "m1", "m2", "m3"], asked);
        var rest = await Pages.ReadAsync(pager);
        Assert.Equal(Enumerable.Range(2, Count - 2).Select(Id), rest.Items.Select(machine => machine.Id));
        Assert.Equal(Count, server.Requests.Count);
    }

    [Theory]
    [InlineData(
        """{"hasMore":true,"nextPage":"m1","items":[{"id":"m0"},{"id":"m1","nextPage":"wrong","note":"\"nextPage\":\"wrong\""}]}""")]
    [InlineData("""{"hasMore":true,"nextPage":"\u006d1","items":[{"id":"m0"},{"id":"m1"}]}""")]
    [InlineData("""{"hasMore":true,"items":[{"id":"m0"},{"id":"m1"}],"nextPage" : "m1" }""")]
    [InlineData("""{"hasMore":true,"nextPage":"m1","items":[{"id":"m0"},{"id":"m1","nextPage":7}]}""")]
    [InlineData("""{"hasMore":true,"nextPage":"m1","items":[{"id":"m0"},{"id":"m1","name":"nextPage"}]}""")]
    public async Task The_parsed_page_determines_the_next_cursor(string first)
    {
        await using var server = ScriptedServer.Replying(request => request.QueryFields.TryGetValue("after", out var after)
            ? after == "m1" ? PageOf(2, 1, null) : PageOf(7, 1, null)
            : Reply.Json(first));
        using var client = TestClient.OfV1(server.BaseUri);

        var (items, warnings) = await Pages.ReadAsync(client.Machines.List());

        Assert.Equal(["m0", "m1", "m2"], items.Select(machine => machine.Id));
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Repeated_items_are_dropped()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Query.Contains("after", StringComparison.Ordinal) ? PageOf(1, 3, null) : PageOf(0, 3, "m2"));
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Equal(["m0", "m1", "m2", "m3"], (await Pages.ReadAsync(client.Machines.List())).Items.Select(machine => machine.Id));
    }

    [Fact]
    public async Task A_repeated_cursor_ends_the_list_with_a_warning()
    {
        await using var server = ScriptedServer.Replying(_ => PageOf(0, 3, "m2"));
        using var client = TestClient.OfV1(server.BaseUri);

        var (items, warnings) = await Pages.ReadAsync(client.Machines.List());

        Assert.Equal(3, items.Count);
        Assert.Contains("same cursor again", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_list_with_more_pages_but_no_cursor_ends_with_a_warning()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"hasMore":true,"items":[]}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Single((await Pages.ReadAsync(client.Machines.List())).Warnings);
    }

    [Fact]
    public async Task Pages_without_new_items_are_an_error()
    {
        var page = 0;
        await using var server = ScriptedServer.Replying(_ =>
            PageOf(0, 3, string.Create(CultureInfo.InvariantCulture, $"c{Interlocked.Increment(ref page)}")));
        using var client = TestClient.OfV1(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Pages.ReadAsync(client.Machines.List()));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
    }

    [Fact]
    public async Task A_cursor_that_is_an_address_is_sent_and_not_followed()
    {
        await using var other = ScriptedServer.Replying(Reply.NoContent);
        await using var server = ScriptedServer.Replying(request =>
            request.Query.Contains("after", StringComparison.Ordinal)
                ? PageOf(3, 1, null)
                : PageOf(0, 3, $"{other.BaseUri}v1/machines?after=x"));
        using var client = TestClient.OfV1(server.BaseUri);

        Assert.Equal(4, (await Pages.ReadAsync(client.Machines.List())).Items.Count);

        Assert.Empty(other.Requests);
        Assert.Equal($"{other.BaseUri}v1/machines?after=x", server.Requests[1].QueryFields["after"]);
    }

    [Theory]
    [InlineData(null, 0, 250, 3)]
    [InlineData(100, 0, 100, 1)]
    [InlineData(130, 0, 130, 2)]
    [InlineData(10, 5, 10, 1)]
    [InlineData(10, 115, 10, 2)]
    [InlineData(null, 240, 10, 3)]
    [InlineData(0, 0, 0, 0)]
    public async Task Limit_and_skip_are_applied(int? limit, int skip, int count, int requests)
    {
        await using var server = ScriptedServer.Replying(request =>
        {
            var from = request.QueryFields.TryGetValue("after", out var after)
                ? int.Parse(after[1..], CultureInfo.InvariantCulture) + 1
                : 0;
            var size = Math.Min(int.Parse(request.QueryFields["limit"], CultureInfo.InvariantCulture), 250 - from);
            return PageOf(from, size, from + size < 250 ? Id(from + size - 1) : null);
        });
        using var client = TestClient.OfV1(server.BaseUri);

        var (items, _) = await Pages.ReadAsync(client.Machines.List(limit: limit, skip: skip));

        Assert.Equal(Enumerable.Range(skip, count).Select(Id), items.Select(machine => machine.Id));
        Assert.Equal(requests, server.Requests.Count);
    }

    [Fact]
    public async Task A_limit_counts_matches()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Query.Contains("after", StringComparison.Ordinal) ? PageOf(120, 120, "m239") : PageOf(0, 120, "m119"));
        using var client = TestClient.OfV1(server.BaseUri);

        var (items, _) = await Pages.ReadAsync(
            client.Machines.List(new MachineFilter { PrivateIpAddress = "10.0.0.1" }, limit: 20, skip: 2));

        Assert.Equal(Enumerable.Range(2, 20).Select(n => Id(n * 10)), items.Select(machine => machine.Id));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(null, -1)]
    public async Task A_negative_number_is_rejected(int? limit, int skip)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        Assert.Equal(
            PaperspaceErrorReason.InvalidRequest,
            Assert.Throws<PaperspaceException>(() => client.Machines.List(limit: limit, skip: skip)).Reason);
    }

    [Fact]
    public async Task A_page_that_fails_is_requested_again()
    {
        var count = 0;
        await using var server = ScriptedServer.Replying(_ => Interlocked.Increment(ref count) switch
        {
            1 => PageOf(0, 2, "m1"),
            2 => Reply.Example("v1-error-500", 500),
            _ => PageOf(2, 2, null),
        });
        using var client = TestClient.OfV1(server.BaseUri, retries: 0);
        using var pager = client.Machines.List();

        Assert.Equal(2, (await pager.NextAsync(default))!.Count);
        await Assert.ThrowsAsync<PaperspaceException>(() => pager.NextAsync(default));
        Assert.Equal("m2", (await pager.NextAsync(default))![0].Id);
        Assert.Null(await pager.NextAsync(default));
    }

    [Fact]
    public async Task Templates_of_both_lists_are_returned_once()
    {
        var custom = JsonNode.Parse(Examples.Text("v1-custom-templates"))!;
        custom["nextPage"] = null;
        var items = custom["items"]!.AsArray();
        items.Add(items[0]!.DeepClone());
        await using var server = ScriptedServer.Replying(request =>
            request.Path == "/v1/custom-templates" ? Reply.Json(custom.ToJsonString()) : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var templates = (await Pages.ReadAsync(client.Templates.List())).Items;

        var own = Assert.Single(templates, template => template.Id == "tbwb4c3s");
        Assert.Equal(
            ("Test Template - 2/22/2024", "Ubuntu 22.04", "NY2", 500, "psm9u09bwu5i"),
            (own.Label, own.Os, own.Region, own.DefaultSizeGb, own.ParentMachineId));
        Assert.Equal(["A100-80G", "A100-80Gx8"], own.AvailableMachineTypes!.Select(type => type.MachineType));
        var system = templates.First(template => template.Id == "taoz1uxr");
        Assert.Equal(("WindowsDesktop", true, true), (system.AgentType, system.IsWindows, system.AvailableMachineTypes![0].IsAvailable));
        Assert.Equal(
            JsonDocument.Parse(Examples.Text("v1-os-templates")).RootElement.GetProperty("items").GetArrayLength() + 1,
            templates.Count);
    }

    [Fact]
    public async Task Who_has_access_is_listed()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        var (access, _) = await Pages.ReadAsync(client.Machines.ListAccess("psm9u09bwu5i"));

        Assert.Equal(["ur7p0nb7n", "u4d0k1szq"], access.Select(item => item.UserId));
        Assert.All(access, item => Assert.Equal(("psm9u09bwu5i", null), (item.MachineId, item.DtDeleted)));
        Assert.Equal(("ada@example.com", "Ada", "Example"), (access[0].Email, access[0].FirstName, access[0].LastName));
    }

    [Fact]
    public async Task Core_lists_the_events_of_a_machine_but_not_its_access()
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        var (events, _) = await Pages.ReadAsync(client.Machines.ListEvents("psec02yp2", 1));

        Assert.Equal("psec02yp2", Assert.Single(events).MachineId is { Length: > 0 } ? "psec02yp2" : null);
        Assert.Equal(
            PaperspaceErrorReason.NotSupported,
            Assert.Throws<PaperspaceException>(() => client.Machines.ListAccess("psec02yp2")).Reason);
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"m{number}");

    private static object Parse(string text, Type type) => type == typeof(DateTimeOffset)
        ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture)
        : Convert.ChangeType(text, type, CultureInfo.InvariantCulture);

    /// <summary>A page of so many machines, of which each tenth has the address 10.0.0.1.</summary>
    private static Reply PageOf(int from, int count, string? cursor, bool raw = false)
    {
        var items = Enumerable
            .Range(from, count)
            .Select(n => $$"""{"id":"{{Id(n)}}","name":"n","privateIp":"10.0.0.{{(n % 10 == 0 ? 1 : 2)}}"}""");
        var next = cursor is null ? "" : raw ? $"\"nextPage\":{cursor}," : $"\"nextPage\":{JsonSerializer.Serialize(cursor)},";
        return Reply.Json($$"""{"hasMore":{{(cursor is null || raw ? "false" : "true")}},{{next}}"items":[{{string.Join(",", items)}}]}""");
    }
}
