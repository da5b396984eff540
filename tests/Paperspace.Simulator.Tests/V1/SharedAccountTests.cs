namespace Paperspace.Simulator.Tests.V1;

/// <summary>Both APIs show one account.</summary>
public sealed class SharedAccountTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_machine_made_through_one_api_is_seen_and_changed_through_the_other()
    {
        var fromCore = _v1.Core.CreateId(("machineName", "core"));
        var fromV1 = _v1.CreateMachine(("name", "v1"));

        Assert.Equal([fromV1, fromCore], _v1.Items("/machines").Select(item => (string)item["id"]!));
        Assert.Equal([fromCore, fromV1], _v1.Core.List().Ids);
        _v1.Patch($"/machines/{fromCore}/stop");
        _v1.Core.Act("stop", fromV1);
        _v1.Pass(90);
        Assert.Equal(("off", "off"), (_v1.Core.State(fromCore), _v1.State(fromV1)));
    }

    [Fact]
    public void Both_apis_return_the_same_machine()
    {
        var id = _v1.CreateMachine(("autoSnapshotEnabled", true), ("autoSnapshotFrequency", "daily"), ("publicIpType", "dynamic"));
        var (core, v1) = (_v1.Core.Show(id).Json, _v1.Machine(id));

        Assert.Equal("day", (string)core["autoSnapshotFrequency"]!);
        Assert.Equal("daily", (string)v1["autoSnapshotFrequency"]!);
        Assert.Equal((string)core["publicIpAddress"]!, (string)v1["publicIp"]!);
        Assert.Equal((string)core["privateIpAddress"]!, (string)v1["privateIp"]!);
        Assert.Equal((string)core["ram"]!, (string)v1["ram"]!);
        Assert.Equal((string)core["gpu"]!, (string)v1["accelerators"]![0]!["name"]!);
        Assert.Equal(
            core["events"]!.AsArray().Select(item => (string)item!["handle"]!),
            _v1.Items($"/machine-events?machineId={id}").Select(item => (string)item["id"]!));
    }

    [Fact]
    public void Other_resources_are_shared_too()
    {
        var id = _v1.CreateStopped();
        var template = (string)_v1.Post("/custom-templates", new() { ["name"] = "base", ["machineId"] = id }).Json["data"]!["id"]!;
        var network = (string)_v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ny2" }).Json["id"]!;
        var script = (string)_v1.Post("/startup-scripts", new() { ["name"] = "s", ["script"] = "echo hi" }).Json["id"]!;
        _v1.Core.Act("setMachineAccess", id, new() { ["userId"] = "u3z4be26", ["enableAccess"] = true });

        Assert.Equal("East Coast (NY2)", (string)Assert.Single(_v1.Core.Get($"/templates/getTemplates?id={template}").Items)["region"]!);
        Assert.Equal("10.32.0.0", (string)Assert.Single(_v1.Core.Get($"/networks/getNetworks?id={network}").Items)["network"]!);
        Assert.Equal("\"echo hi\"", _v1.Core.Get($"/scripts/getScriptText?scriptId={script}").Response.Body);
        Assert.Single(_v1.Items($"/machines/{id}/accessors"));
        Assert.Equal(200, _v1.Core.Create(("templateId", template)).Status);
    }
}
