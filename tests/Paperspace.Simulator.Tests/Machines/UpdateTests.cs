using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public sealed class UpdateTests
{
    private readonly SimulatorFixture _simulator = SimulatorFixture.WithMachine();

    [Theory]
    [InlineData("machineName", "name", "\"Renamed\"")]
    [InlineData("shutdownTimeoutInHours", "shutdownTimeoutInHours", "24")]
    [InlineData("shutdownTimeoutInHours", "shutdownTimeoutInHours", "null")]
    [InlineData("shutdownTimeoutForces", "shutdownTimeoutForces", "true")]
    [InlineData("performAutoSnapshot", "performAutoSnapshot", "true")]
    [InlineData("autoSnapshotFrequency", "autoSnapshotFrequency", "\"week\"")]
    [InlineData("autoSnapshotSaveCount", "autoSnapshotSaveCount", "4")]
    [InlineData("dynamicPublicIp", "dynamicPublicIp", "true")]
    public void Update_applies_at_once(string parameter, string field, string value)
    {
        Assert.Equal(204, _simulator.Act("updateMachinePublic", body: new() { [parameter] = JsonNode.Parse(value) }).Status);

        Assert.Equal(value, _simulator.Field(field)?.ToJsonString() ?? "null");
    }

    [Fact]
    public void Update_keeps_other_settings()
    {
        var before = _simulator.List().Response.Body;

        _simulator.Act("updateMachinePublic", body: new() { ["machineId"] = "psmachine" });

        Assert.Equal(before, _simulator.List().Response.Body);
    }

    [Fact]
    public void Null_turns_the_auto_snapshot_frequency_off()
    {
        _simulator.Act("updateMachinePublic", body: new() { ["autoSnapshotFrequency"] = "day" });
        _simulator.Act("updateMachinePublic", body: new() { ["autoSnapshotFrequency"] = null });

        Assert.Null(_simulator.Field("autoSnapshotFrequency"));
    }

    [Fact]
    public void Assigns_a_static_address_and_releases_it_for_dynamic_ones()
    {
        _simulator.Act("updateMachinePublic", body: new() { ["assignPublicIp"] = true });
        Assert.Equal(_simulator.Paperspace.HeldPublicIps, [(string)_simulator.Field("publicIpAddress")!]);

        _simulator.Act("updateMachinePublic", body: new() { ["dynamicPublicIp"] = true });

        Assert.Empty(_simulator.Paperspace.HeldPublicIps);
        Assert.Null(_simulator.Field("publicIpAddress"));
    }

    [Theory]
    [InlineData("machineName", "5")]
    [InlineData("machineName", "\"\"")]
    [InlineData("shutdownTimeoutInHours", "\"24\"")]
    [InlineData("shutdownTimeoutInHours", "-1")]
    [InlineData("shutdownTimeoutForces", "\"true\"")]
    [InlineData("autoSnapshotFrequency", "\"year\"")]
    [InlineData("autoSnapshotFrequency", "1")]
    [InlineData("dynamicPublicIp", "0")]
    public void An_invalid_parameter_is_named_and_changes_nothing(string parameter, string value)
    {
        var before = _simulator.List().Response.Body;

        var response = _simulator.Act(
            "updateMachinePublic",
            body: new() { ["autoSnapshotSaveCount"] = 9, [parameter] = JsonNode.Parse(value) });

        Assert.Equal(400, response.Status);
        Assert.Contains($"`{parameter}`", response.ErrorMessage);
        Assert.Equal(before, _simulator.List().Response.Body);
    }

    [Fact]
    public void Rejects_both_types_of_address() => Assert.Equal(
        "Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`",
        _simulator.Act("updateMachinePublic", body: new() { ["assignPublicIp"] = true, ["dynamicPublicIp"] = true }).ErrorMessage);

    [Fact]
    public void An_unknown_machine_is_not_found()
    {
        var response = _simulator.Act("updateMachinePublic", "psnowhere");

        Assert.Equal(404, response.Status);
        Assert.Equal("Not found", response.ErrorMessage);
    }
}
