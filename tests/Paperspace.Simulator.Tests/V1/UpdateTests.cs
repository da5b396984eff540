using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests.V1;

public sealed class UpdateTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void Settings_change_at_once_and_without_an_event()
    {
        var id = _v1.CreateMachine();

        var updated = _v1.Put($"/machines/{id}", new()
        {
            ["name"] = "other",
            ["publicIpType"] = "static",
            ["autoSnapshotEnabled"] = true,
            ["autoSnapshotFrequency"] = "daily",
            ["autoSnapshotSaveCount"] = "2",
            ["autoShutdownEnabled"] = "true",
            ["autoShutdownTimeout"] = 24,
            ["autoShutdownForce"] = true,
        }).Json;

        Assert.False(updated.AsObject().ContainsKey("event"));
        Assert.Equal(updated["data"]!.ToJsonString(), _v1.Machine(id).ToJsonString());
        Assert.Equal("other", (string)updated["data"]!["name"]!);
        Assert.Equal("static", (string)updated["data"]!["publicIpType"]!);
        Assert.Equal(24, (int)updated["data"]!["autoShutdownTimeout"]!);
        Assert.Equal("daily", (string)updated["data"]!["autoSnapshotFrequency"]!);
    }

    [Fact]
    public void Disabled_settings_are_turned_off()
    {
        var id = _v1.CreateMachine(("autoShutdownEnabled", true), ("autoSnapshotEnabled", true), ("autoSnapshotFrequency", "hourly"));

        _v1.Put($"/machines/{id}", new() { ["autoShutdownEnabled"] = false, ["autoSnapshotEnabled"] = false });

        var machine = _v1.Machine(id);
        Assert.False((bool)machine["autoShutdownEnabled"]!);
        Assert.Null(machine["autoShutdownTimeout"]);
        Assert.Null(machine["autoSnapshotFrequency"]);
        Assert.Null(_v1.Core.Field("shutdownTimeoutInHours", id));
    }

    [Fact]
    public void A_change_of_an_enabled_automatic_shutdown_can_silently_do_nothing()
    {
        var v1 = new V1Simulator(new SimulatorV1Options { IgnoresAutoShutdownChanges = true });
        var id = v1.CreateMachine(("autoShutdownEnabled", true), ("autoShutdownTimeout", 8));

        v1.Put($"/machines/{id}", new() { ["autoShutdownTimeout"] = 24 });
        Assert.Equal(8, (int)v1.Machine(id)["autoShutdownTimeout"]!);

        v1.Put($"/machines/{id}", new() { ["autoShutdownEnabled"] = false });
        v1.Put($"/machines/{id}", new() { ["autoShutdownEnabled"] = true, ["autoShutdownTimeout"] = 24 });
        Assert.Equal(24, (int)v1.Machine(id)["autoShutdownTimeout"]!);
    }

    [Fact]
    public void Type_and_disk_of_a_machine_that_is_off_change_with_an_event()
    {
        var id = _v1.CreateStopped();

        var updated = _v1.Put($"/machines/{id}", new() { ["machineType"] = "p5000", ["diskSize"] = 100 }).Json;

        Assert.Equal("vm-upgrade", (string)updated["event"]!["name"]!);
        Assert.Equal("upgrading", (string)updated["data"]!["state"]!);
        Assert.True((bool)updated["data"]!["updatesPending"]!);
        Assert.Equal("P4000", (string)_v1.Machine(id)["machineType"]!);
        _v1.Pass(130);
        var machine = _v1.Machine(id);
        Assert.Equal(("off", "P5000"), ((string)machine["state"]!, (string)machine["machineType"]!));
        Assert.Equal("107374182400", (string)machine["storageTotal"]!);
        Assert.Equal(0.78m, (decimal)machine["usageRate"]!);
        Assert.Equal("Quadro P5000", (string)_v1.Core.Field("gpu", id)!);
        Assert.False((bool)machine["updatesPending"]!);
    }

    [Fact]
    public void An_upgrade_that_is_cancelled_changes_nothing()
    {
        var id = _v1.CreateStopped();
        _v1.Put($"/machines/{id}", new() { ["diskSize"] = 100 });
        _v1.Pass(10);

        Assert.True(_v1.Paperspace.CancelRunningEvent(id));
        _v1.Pass(200);

        Assert.Equal(("off", "53687091200"), (_v1.State(id), (string)_v1.Machine(id)["storageTotal"]!));
    }

    [Theory]
    [InlineData("diskSize", "40", 400)]
    [InlineData("machineType", "\"C5\"", 400)]
    [InlineData("machineType", "\"A100\"", 400)]
    [InlineData("machineType", "\"Z80\"", 404)]
    [InlineData("networkId", "\"nng82wb\"", 404)]
    [InlineData("restorePointSnapshotId", "\"slnowhere\"", 404)]
    [InlineData("name", "\"\"", 400)]
    public void An_invalid_update_is_rejected_and_changes_nothing(string field, string value, int status)
    {
        var id = _v1.CreateStopped();
        var before = _v1.Machine(id).ToJsonString();

        Assert.Equal(status, _v1.Put($"/machines/{id}", new() { ["autoShutdownEnabled"] = true, [field] = JsonNode.Parse(value) }).Status);

        Assert.Equal(before, _v1.Machine(id).ToJsonString());
    }

    [Fact]
    public void A_running_machine_cannot_be_upgraded() =>
        Assert.Equal(412, _v1.Put($"/machines/{_v1.CreateMachine()}", new() { ["diskSize"] = 100 }).Status);

    [Fact]
    public void An_update_can_have_no_event_in_its_response_or_make_several()
    {
        var unreported = new V1Simulator(new SimulatorV1Options { UpdateEvents = UpdateEvents.Unreported });
        var id = unreported.CreateStopped();
        Assert.False(unreported.Put($"/machines/{id}", new() { ["diskSize"] = 100 }).Json.AsObject().ContainsKey("event"));
        Assert.Equal("vm-upgrade", (string)unreported.Items($"/machine-events?machineId={id}")[0]["name"]!);

        var several = new V1Simulator(new SimulatorV1Options { UpdateEvents = UpdateEvents.Several });
        id = several.CreateStopped();
        several.Put($"/machines/{id}", new() { ["diskSize"] = 100 });
        Assert.Equal(
            ["bill-upgrade", "vm-upgrade"],
            several.Items($"/machine-events?machineId={id}").Take(2).Select(item => (string)item["name"]!));
    }

    [Fact]
    public void A_machine_can_be_moved_into_a_private_network()
    {
        var id = _v1.CreateMachine();
        var network = (string)_v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ny2" }).Json["id"]!;

        Assert.Equal(200, _v1.Put($"/machines/{id}", new() { ["networkId"] = network }).Status);

        Assert.Equal(network, (string)_v1.Machine(id)["networkId"]!);
        Assert.Equal(409, _v1.Delete($"/private-networks/{network}").Status);
    }
}
