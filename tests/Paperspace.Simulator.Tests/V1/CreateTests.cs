using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests.V1;

public sealed class CreateTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void Returns_the_create_event_which_ends_before_the_start_begins()
    {
        var created = _v1.Create().Json;
        var (id, eventId) = ((string)created["data"]!["id"]!, (string)created["event"]!["id"]!);
        Assert.Equal(("create", "new"), ((string)created["event"]!["name"]!, (string)created["event"]!["state"]!));
        Assert.Equal(id, (string)created["event"]!["machineId"]!);

        _v1.Pass(2);
        Assert.Equal("in progress", (string)_v1.Event(eventId)["state"]!);
        Assert.NotNull(_v1.Event(eventId)["dtStarted"]);
        Assert.Null(_v1.Event(eventId)["dtFinished"]);

        _v1.Pass(30);
        Assert.Equal("done", (string)_v1.Event(eventId)["state"]!);
        Assert.NotNull(_v1.Event(eventId)["dtFinished"]);
        Assert.Equal("provisioning", _v1.State(id));

        _v1.Pass(60);
        Assert.Equal("ready", _v1.State(id));
        Assert.Equal(["start", "create"], _v1.Items($"/machine-events?machineId={id}").Select(item => (string)item["name"]!));
    }

    [Fact]
    public void Stays_off_if_startOnCreate_is_false()
    {
        var id = _v1.CreateStopped();

        Assert.Equal("off", _v1.State(id));
        Assert.Single(_v1.Items($"/machine-events?machineId={id}"));
    }

    [Fact]
    public void Accepts_strings_for_numbers_and_booleans()
    {
        var id = _v1.CreateMachine(
            ("autoShutdownEnabled", "true"), ("autoShutdownTimeout", "6"), ("diskSize", "100"), ("region", "East Coast (NY2)"));

        var machine = _v1.Machine(id);
        Assert.True((bool)machine["autoShutdownEnabled"]!);
        Assert.Equal(6, (int)machine["autoShutdownTimeout"]!);
        Assert.Equal("107374182400", (string)machine["storageTotal"]!);
    }

    [Fact]
    public void Accepts_every_documented_field()
    {
        var network = (string)_v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ny2" }).Json["id"]!;
        var script = (string)_v1.Post("/startup-scripts", new() { ["name"] = "s", ["script"] = "echo" }).Json["id"]!;

        var id = _v1.CreateMachine(
            ("networkId", network), ("publicIpType", "none"), ("startOnCreate", true), ("startupScriptId", script),
            ("accessorIds", new JsonArray("u3z4be26")), ("emailPassword", false), ("takeInitialSnapshot", true),
            ("restorePointEnabled", true), ("restorePointFrequency", "shutdown"), ("autoSnapshotEnabled", true),
            ("autoSnapshotFrequency", "weekly"), ("autoSnapshotSaveCount", 3), ("autoShutdownEnabled", true),
            ("autoShutdownTimeout", 8), ("autoShutdownForce", true), ("enableNvlink", false), ("unknown", 1));

        var machine = _v1.Machine(id);
        Assert.Equal(network, (string)machine["networkId"]!);
        Assert.Equal("none", (string)machine["publicIpType"]!);
        Assert.Null(machine["publicIp"]);
        Assert.Equal("weekly", (string)machine["autoSnapshotFrequency"]!);
        Assert.Equal(3, (int)machine["autoSnapshotSaveCount"]!);
        Assert.True((bool)machine["autoShutdownForce"]!);
        Assert.True((bool)machine["restorePointEnabled"]!);
        Assert.Equal((string)Assert.Single(_v1.Items($"/snapshots?machineId={id}"))["id"]!, (string)machine["restorePointSnapshotId"]!);
        Assert.Equal(id, (string)Assert.Single(_v1.Get($"/startup-scripts/{script}").Json["assignedMachineIds"]!.AsArray())!);
        Assert.Equal("u3z4be26", (string)Assert.Single(_v1.Items($"/machines/{id}/accessors"))["user"]!["id"]!);
    }

    [Theory]
    [InlineData("name", null, "Required")]
    [InlineData("name", "\"\"", "String must contain at least 1 character(s)")]
    [InlineData("machineType", "5", "Expected string, received number")]
    [InlineData("diskSize", "0", "Number must be greater than or equal to 1")]
    [InlineData("diskSize", "\"big\"", "Expected number, received string")]
    [InlineData("region", "\"mars\"", "Invalid enum value. Expected 'ny2' | 'ca1' | 'ams1', received 'mars'")]
    [InlineData("autoShutdownTimeout", "169", "Number must be less than or equal to 168")]
    [InlineData(
        "autoSnapshotFrequency", "\"day\"", "Invalid enum value. Expected 'hourly' | 'daily' | 'weekly' | 'monthly', received 'day'")]
    [InlineData("startOnCreate", "1", "Expected boolean, received number")]
    [InlineData("networkId", "null", "Expected string, received null")]
    public void Names_the_missing_or_invalid_field(string field, string? value, string message)
    {
        var body = V1Simulator.CreateBody();
        if (value is null)
            body.Remove(field);
        else
            body[field] = JsonNode.Parse(value);

        var response = _v1.Post("/machines", body);

        Assert.Equal((400, "BAD_REQUEST"), (response.Status, (string)response.Json["code"]!));
        Assert.Equal(message, (string)Assert.Single(response.Json["details"]!["fieldErrors"]![field]!.AsArray())!);
        Assert.Empty(_v1.Items("/machines"));
    }

    [Theory]
    [InlineData("templateId", "tnowhere", "Template not found")]
    [InlineData("machineType", "Z80", "Machine type not found")]
    [InlineData("networkId", "nng82wb", "Private network not found")]
    [InlineData("startupScriptId", "scnowhere", "Startup script not found")]
    public void Names_the_resource_that_does_not_exist(string field, string value, string message)
    {
        var response = _v1.Create((field, value));

        Assert.Equal((404, message), (response.Status, (string)response.Json["message"]!));
        Assert.Empty(_v1.Items("/machines"));
    }

    [Fact]
    public void A_network_must_be_in_the_region()
    {
        var network = (string)_v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ca1" }).Json["id"]!;

        Assert.Equal(400, _v1.Create(("networkId", network)).Status);
    }

    [Fact]
    public void Machine_types_ignore_case()
    {
        Assert.Equal("A100-80G", (string)_v1.Create(("machineType", "a100-80g")).Json["data"]!["machineType"]!);
    }

    [Fact]
    public void A_team_at_its_machine_limit_is_rejected()
    {
        var v1 = new V1Simulator(new SimulatorOptions { MaxMachines = 1 });
        v1.CreateMachine();

        Assert.Equal(403, v1.Create().Status);
        Assert.Equal(1, (int)v1.Get("/auth/session").Json["team"]!["maxMachines"]!);
    }

    [Fact]
    public void Rates_are_numbers_of_money()
    {
        var machine = _v1.Create(("machineType", "C1"), ("diskSize", 100)).Json["data"]!;

        Assert.Equal(0.0045m, (decimal)machine["usageRate"]!);
        Assert.Equal(7m, (decimal)machine["storageRate"]!);
    }
}
