using System.Globalization;
using System.Text.Json;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Reading;

/// <summary>Every recorded or documented response is read field by field.</summary>
public sealed class ExampleTests
{
    public static TheoryData<string> Shows { get; } =
    [
        "spec-show", "spec-waitfor", "grad-show-off-snapshot-event", "rec-show-provisioning-event-new", "rec-show-starting",
        "rec-show-provisioning-create-inprogress", "rec-show-provisioning-create-done-start-inprogress",
    ];

    public static TheoryData<string> Creates { get; } = ["spec-create", "node-create", "rec-create-air"];

    public static TheoryData<string> Lists { get; } = ["spec-list", "rec-list-one-ready"];

    public static TheoryData<string> Utilizations { get; } = ["spec-utilization", "rec-utilization"];

    public static TheoryData<string> Availabilities { get; } = ["spec-availability", "rec-availability"];

    public static TheoryData<string> TemplateLists { get; } = ["docs-templates-2022", "node-templates-public-and-team"];

    [Theory]
    [MemberData(nameof(Shows))]
    public async Task A_shown_machine_has_every_field_of_the_response(string example) =>
        AssertMachine(Parse(example), await ShowAsync(Examples.Text(example)));

    [Theory]
    [MemberData(nameof(Creates))]
    public async Task A_created_machine_has_every_field_of_the_response(string example)
    {
        var json = Parse(example);
        await using var server = ScriptedServer.Replying(Reply.Example(example));
        using var client = TestClient.Of(server.BaseUri, new SkippingTimeProvider(json.GetProperty("dtCreated").GetDateTimeOffset()));
        var options = Requests.Smallest();
        options.Name = json.GetProperty("name").GetString();
        AssertMachine(json, (await client.Machines.CreateAsync(options, WaitUntil.Started, default)).Machine!);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_listed_machine_has_every_field_of_the_response(string example)
    {
        await using var server = ScriptedServer.Replying(Reply.Example(example));
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        var machines = await listing.NextAsync(default);
        var expected = Parse(example).EnumerateArray().ToArray();
        Assert.Equal(expected.Length, machines!.Count);
        foreach (var (json, machine) in expected.Zip(machines)) AssertMachine(json, machine);
    }

    [Fact]
    public async Task A_monthly_machine_costs_its_flat_rate()
    {
        var utilization = await UtilizationAsync(
            """{"machineId":"ps1","utilization":{"machineId":"ps1","secondsUsed":36000,"monthlyRate":"269.00","billingMonth":"2022-03"}}""");
        Assert.Equal((269.00m, 269.00m, null), (utilization.ComputeCost, utilization.MonthlyRate, utilization.HourlyRate));
    }

    [Fact]
    public async Task Events_are_newest_first_whatever_their_order_in_the_response()
    {
        var machine = await ShowAsync(
            """{"id":"ps1","events":[{"name":"create","dtCreated":"2022-03-01T00:00:00Z"},{"name":"stop","dtCreated":"2022-03-03T00:00:00Z"},{"name":"start","dtCreated":"2022-03-02T00:00:00Z"}]}""");
        Assert.Equal(["stop", "start", "create"], machine.Events!.Select(item => item.Name));
    }

    [Theory]
    [MemberData(nameof(Utilizations))]
    public async Task A_utilization_has_every_field_of_the_response(string example)
    {
        var json = Parse(example);
        var utilization = await UtilizationAsync(Examples.Text(example));
        AssertFields(json, utilization, utilization.AdditionalData, "utilization", "storageUtilization");
        AssertFields(json.GetProperty("utilization"), utilization.Utilization!, utilization.Utilization!.AdditionalData);
        AssertFields(
            json.GetProperty("storageUtilization"),
            utilization.StorageUtilization!,
            utilization.StorageUtilization!.AdditionalData);
    }

    [Theory]
    [MemberData(nameof(Availabilities))]
    public async Task An_availability_has_every_field_of_the_response_and_the_request(string example)
    {
        await using var server = ScriptedServer.Replying(Reply.Example(example));
        using var client = TestClient.Of(server.BaseUri);
        var availability = await client.Machines.GetAvailabilityAsync("NY2", "P4000", default);
        AssertFields(Parse(example), availability, availability.AdditionalData);
        Assert.Equal("NY2", availability.Region);
        Assert.Equal("P4000", availability.MachineType);
    }

    [Theory]
    [MemberData(nameof(TemplateLists))]
    public async Task A_template_has_every_field_of_the_response(string example)
    {
        var templates = await TemplatesAsync(Examples.Text(example));
        var expected = Parse(example).EnumerateArray().ToArray();
        Assert.Equal(expected.Length, templates.Count);
        foreach (var (json, template) in expected.Zip(templates)) AssertFields(json, template, template.AdditionalData);
    }

    [Fact]
    public async Task A_template_of_a_team_has_every_field_of_the_response()
    {
        var template = Assert.Single(await TemplatesAsync($"[{Examples.Text("rec-template-team")}]"));
        AssertFields(Parse("rec-template-team"), template, template.AdditionalData);
    }

    [Fact]
    public async Task A_template_may_have_no_label()
    {
        var templates = await TemplatesAsync(Examples.Text("docs-templates-2022"));
        Assert.Null(Assert.Single(templates, template => template.Id == "t9taj00e").Label);
    }

    [Fact]
    public async Task Every_field_of_the_reference_has_a_property()
    {
        Assert.Empty((await ShowAsync(Examples.Text("spec-show"))).AdditionalData);
        Assert.Empty((await ShowAsync(Examples.Text("grad-show-off-snapshot-event"))).AdditionalData);
    }

    [Fact]
    public async Task Sizes_are_read_from_strings_as_64_bit_bytes()
    {
        var machine = await ShowAsync(Examples.Text("spec-show"));
        Assert.Equal(32212254720, machine.Ram);
        Assert.Equal(53687091200, machine.StorageTotal);
        Assert.Equal(110080, machine.StorageUsed);
        Assert.Equal(30, machine.RamGB);
        Assert.Equal(50, machine.StorageTotalGB);
    }

    [Fact]
    public async Task Times_are_UTC_to_the_millisecond()
    {
        var machine = await ShowAsync(Examples.Text("spec-show"));
        Assert.Equal(new DateTimeOffset(2022, 3, 14, 15, 47, 53, 852, TimeSpan.Zero), machine.DtCreated);
        Assert.Equal(TimeSpan.Zero, machine.DtCreated!.Value.Offset);
    }

    [Fact]
    public async Task The_GPU_of_a_CPU_machine_is_the_string_None() =>
        Assert.Equal("None", (await ShowAsync(Examples.Text("grad-show-off-snapshot-event"))).Gpu);

    [Theory]
    [InlineData("grad-show-off-snapshot-event", "C1")]
    [InlineData("rec-show-starting", "Air")]
    [InlineData("spec-show", "P4000")]
    public async Task A_missing_machine_type_is_taken_from_the_usage_rate(string example, string type) =>
        Assert.Equal(type, (await ShowAsync(Examples.Text(example))).MachineType);

    [Fact]
    public async Task A_machine_type_has_priority_over_the_usage_rate()
    {
        var machine = await ShowAsync("""{"id":"ps1","machineType":"P5000","usageRate":"P4000 hourly"}""");
        Assert.Equal("P5000", machine.MachineType);
    }

    [Fact]
    public async Task Events_keep_their_order_newest_first()
    {
        var machine = await ShowAsync(Examples.Text("rec-show-starting"));
        Assert.Equal(["start in progress", "stop done", "start done", "create done"], machine.Events!.Select(item => item.ToString()));
        Assert.Null(machine.LastEvent!.DtFinished);
        Assert.Equal("", machine.LastEvent.ErrorMsg);
    }

    [Fact]
    public async Task A_list_carries_no_events()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-list"));
        using var client = TestClient.Of(server.BaseUri);
        using var listing = client.Machines.List();
        Assert.Null(Assert.Single((await listing.NextAsync(default))!).Events);
    }

    [Fact]
    public async Task Unknown_fields_are_kept_with_their_shape()
    {
        var machine = await ShowAsync(
            """{"id":"ps1","tags":["a",1,true,null],"owner":{"team":"t1","since":"2022-03-14T15:47:53.852Z"},"score":1.5,"big":12345678901234567890}""");
        Assert.Equal(["tags", "owner", "score", "big"], machine.AdditionalData.Keys);
        Assert.Equal(new object?[] { "a", 1L, true, null }, machine.AdditionalData["tags"]);
        var owner = Assert.IsType<IReadOnlyDictionary<string, object?>>(machine.AdditionalData["owner"], exactMatch: false);
        Assert.Equal("t1", owner["team"]);
        Assert.Equal("2022-03-14T15:47:53.852Z", owner["since"]);
        Assert.Equal(1.5, machine.AdditionalData["score"]);
    }

    [Fact]
    public async Task Unknown_fields_of_events_usages_templates_and_availabilities_are_kept()
    {
        var machine = await ShowAsync("""{"id":"ps1","events":[{"name":"start","by":"u1"}]}""");
        Assert.Equal("u1", machine.Events![0].AdditionalData["by"]);
        var utilization = await UtilizationAsync("""{"machineId":"ps1","note":"n","utilization":{"machineId":"ps1","currency":"USD"}}""");
        Assert.Equal("n", utilization.AdditionalData["note"]);
        Assert.Equal("USD", utilization.Utilization!.AdditionalData["currency"]);
        Assert.Equal(4L, Assert.Single(await TemplatesAsync("""[{"id":"t1","size":4}]""")).AdditionalData["size"]);
        await using var server = ScriptedServer.Replying(Reply.Json("""{"available":true,"count":3}"""));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(3L, (await client.Machines.GetAvailabilityAsync("NY2", "P4000", default)).AdditionalData["count"]);
    }

    [Fact]
    public async Task Unknown_values_are_kept_unchanged()
    {
        var machine = await ShowAsync(
            """{"id":"ps1","state":"hibernating","region":"Mars (M1)","machineType":"Q9000","autoSnapshotFrequency":"month"}""");
        Assert.Equal(
            ("hibernating", "Mars (M1)", "Q9000", "month"),
            (machine.State, machine.Region, machine.MachineType, machine.AutoSnapshotFrequency));
    }

    [Fact]
    public async Task Any_field_except_the_id_can_be_null()
    {
        var names = Parse("spec-show").EnumerateObject().Select(field => field.Name).Where(name => name != "id");
        var machine = await ShowAsync($$"""{"id":"ps1",{{string.Join(",", names.Select(name => $"\"{name}\":null"))}}}""");
        Assert.Equal("ps1", machine.Id);
        Assert.Null(machine.State);
        Assert.Null(machine.Ram);
        Assert.Null(machine.Events);
        Assert.Null(machine.DynamicPublicIp);
        Assert.Empty(machine.AdditionalData);
    }

    [Fact]
    public async Task Numbers_are_read_from_numbers_or_strings()
    {
        var machine = await ShowAsync(
            """{"id":"ps1","ram":4294967296,"cpus":"8","shutdownTimeoutInHours":24.0,"dynamicPublicIp":"true"}""");
        Assert.Equal((4294967296, 8, 24, true), (machine.Ram, machine.Cpus, machine.ShutdownTimeoutInHours, machine.DynamicPublicIp));
    }

    [Fact]
    public async Task Rates_are_read_from_strings_or_the_number_0()
    {
        var utilization = await UtilizationAsync(Examples.Text("spec-utilization"));
        Assert.Equal(0.51m, utilization.HourlyRate);
        Assert.Equal(5.00m, utilization.StorageMonthlyRate);
        var free = await UtilizationAsync(
            """{"machineId":"ps1","utilization":{"secondsUsed":3600,"hourlyRate":0,"billingMonth":"2022-03"}}""");
        Assert.Equal(0m, free.HourlyRate);
        Assert.Equal(0m, free.ComputeCost);
    }

    [Fact]
    public async Task Costs_are_computed_from_usage_and_rates()
    {
        var utilization = await UtilizationAsync(Examples.Text("spec-utilization"));
        Assert.Equal(2.42, utilization.HoursUsed);
        Assert.Equal(1.24m, utilization.ComputeCost);
        Assert.Equal(0.02m, utilization.StorageCost);
        Assert.Equal(1.26m, utilization.Cost);
        Assert.Equal("2022-03", utilization.BillingMonth);
    }

    [Fact]
    public async Task A_utilization_can_lack_either_part()
    {
        var utilization = await UtilizationAsync("""{"machineId":"ps1","storageUtilization":null}""");
        Assert.Null(utilization.Utilization);
        Assert.Null(utilization.StorageUtilization);
        Assert.Null(utilization.Cost);
        Assert.Null(utilization.HoursUsed);
    }

    [Fact]
    public async Task A_machine_has_the_time_when_it_was_read_and_its_age()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-show"));
        var time = new SkippingTimeProvider(new DateTimeOffset(2022, 3, 14, 16, 47, 53, 852, TimeSpan.Zero));
        using var client = TestClient.Of(server.BaseUri, time);
        var machine = await client.Machines.GetAsync("psec02yp2", default);
        Assert.Equal(time.GetUtcNow(), machine.ReadAt);
        Assert.Equal(0.04167, machine.AgeDays);
    }

    /// <summary>The id that a body is about: what is read is what was asked for.</summary>
    private static string IdOf(string body, string name) =>
        JsonDocument.Parse(body).RootElement.TryGetProperty(name, out var id) ? id.GetString()! : "psany";

    private static string MonthOf(string body) => JsonDocument.Parse(body).RootElement.TryGetProperty("utilization", out var usage)
        && usage.ValueKind == JsonValueKind.Object
        && usage.TryGetProperty("billingMonth", out var month)
            ? month.GetString()!
            : "2022-03";

    private static JsonElement Parse(string example) => JsonDocument.Parse(Examples.Text(example)).RootElement;

    private static async Task<Machine> ShowAsync(string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri);
        return await client.Machines.GetAsync(IdOf(body, "id"), default);
    }

    private static async Task<MachineUtilization> UtilizationAsync(string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri);
        return await client.Machines.GetUtilizationAsync(IdOf(body, "machineId"), new BillingMonth(MonthOf(body)), default);
    }

    private static async Task<IReadOnlyList<Template>> TemplatesAsync(string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = TestClient.Of(server.BaseUri);
        return (await Pages.ReadAsync(client.Templates.List())).Items;
    }

    private static void AssertMachine(JsonElement json, Machine machine)
    {
        AssertFields(json, machine, machine.AdditionalData, "events");
        if (!json.TryGetProperty("events", out var events)) return;
        Assert.Equal(events.GetArrayLength(), machine.Events!.Count);
        foreach (var (item, read) in events.EnumerateArray().Zip(machine.Events)) AssertFields(item, read, read.AdditionalData);
    }

    /// <summary>Each field of the object is in the property of its name, as another reader of JSON sees it.</summary>
    private static void AssertFields(JsonElement json, object read, IReadOnlyDictionary<string, object?> additional, params string[] except)
    {
        Assert.Empty(additional);
        foreach (var field in json.EnumerateObject().Where(field => !except.Contains(field.Name)))
        {
            var property = read.GetType().GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);
            Assert.True(property is not null, $"{field.Name} has no property.");
            var expected = Expected(field.Value, property.PropertyType);
            if (field.Name == "region") expected = Regions.Normalize((string?)expected);
            Assert.Equal((field.Name, expected), (field.Name, property.GetValue(read)));
        }
    }

    private static object? Expected(JsonElement value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
            JsonValueKind.String when type == typeof(DateTimeOffset) => value.GetDateTimeOffset(),
            _ => Convert.ChangeType(value.ToString(), type, CultureInfo.InvariantCulture),
        };
    }
}
