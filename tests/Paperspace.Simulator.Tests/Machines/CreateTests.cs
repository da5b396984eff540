using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public sealed class CreateTests
{
    private readonly SimulatorFixture _simulator = new();

    [Fact]
    public void Responds_200_with_the_fields_of_the_reference_in_its_order()
    {
        var response = _simulator.Create();

        Assert.Equal(200, response.Status);
        Assert.Equal(
            [
                "id", "name", "os", "ram", "cpus", "gpu", "storageTotal", "storageUsed", "machineType", "usageRate",
                "shutdownTimeoutInHours", "shutdownTimeoutForces", "performAutoSnapshot", "autoSnapshotFrequency",
                "autoSnapshotSaveCount", "dynamicPublicIp", "agentType", "dtCreated", "state", "updatesPending", "networkId",
                "privateIpAddress", "publicIpAddress", "region", "scriptId", "dtLastRun", "restorePointSnapshotId",
                "restorePointFrequency",
            ],
            response.Json.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void Unknown_fields_of_a_new_machine_are_null()
    {
        var machine = _simulator.Create().Json.AsObject();

        Assert.All(
            ["os", "ram", "gpu", "storageTotal", "storageUsed", "networkId", "privateIpAddress", "publicIpAddress", "region", "scriptId"],
            field => Assert.Null(machine[field]));
        Assert.Equal(1, (int)machine["cpus"]!);
        Assert.Equal("provisioning", (string)machine["state"]!);
        Assert.Equal("P4000 hourly", (string)machine["usageRate"]!);
        Assert.Equal("LinuxHeadless", (string)machine["agentType"]!);
        Assert.Equal("2022-03-14T15:00:00.000Z", (string)machine["dtCreated"]!);
    }

    [Fact]
    public void Ids_are_ps_and_seven_base_36_characters() =>
        Assert.Matches("^ps[0-9a-z]{7}$", _simulator.CreateId());

    [Fact]
    public void Knows_the_hardware_once_the_create_event_is_in_progress()
    {
        var id = _simulator.CreateId();
        Assert.Null(_simulator.Field("ram", id));

        _simulator.Pass(2);

        var machine = _simulator.Show(id).Json;
        Assert.Equal("32212254720", (string)machine["ram"]!);
        Assert.Equal(8, (int)machine["cpus"]!);
        Assert.Equal("Quadro P4000", (string)machine["gpu"]!);
        Assert.Equal("53687091200", (string)machine["storageTotal"]!);
        Assert.Equal("", (string)machine["os"]!);
        Assert.Equal("East Coast (NY2)", (string)machine["region"]!);
        Assert.Equal("nng82wb", (string)machine["networkId"]!);
    }

    [Fact]
    public void Says_None_for_the_gpu_of_a_cpu_machine()
    {
        var id = _simulator.CreateId(("machineType", "C1"));
        _simulator.Pass(2);

        Assert.Equal("None", (string)_simulator.Field("gpu", id)!);
    }

    [Fact]
    public void Stays_provisioning_through_the_start_event_then_is_serviceready_then_ready()
    {
        var id = _simulator.CreateId();
        Assert.Equal(["create new"], _simulator.Events(id));

        _simulator.Pass(2);
        Assert.Equal(["create in progress"], _simulator.Events(id));

        _simulator.Pass(30);
        Assert.Equal(["start new", "create done"], _simulator.Events(id));

        _simulator.Pass(2);
        Assert.Equal(["start in progress", "create done"], _simulator.Events(id));
        Assert.Equal("provisioning", _simulator.State(id));

        _simulator.Pass(23);
        Assert.Equal(["start done", "create done"], _simulator.Events(id));
        Assert.Equal("serviceready", _simulator.State(id));

        _simulator.Pass(4);
        Assert.Equal("ready", _simulator.State(id));
    }

    [Fact]
    public void Ends_off_without_a_start_event_if_startOnCreate_is_false()
    {
        var id = _simulator.CreateId(("startOnCreate", false));

        Assert.Equal(["provisioning", "off"], _simulator.StatesDuring(120, id));
        Assert.Equal(["create done"], _simulator.Events(id));
    }

    [Fact]
    public void Assigns_a_static_address_at_once_and_keeps_it_while_off()
    {
        var machine = _simulator.Create(("assignPublicIp", true), ("startOnCreate", false)).Json;
        var address = (string)machine["publicIpAddress"]!;

        _simulator.Pass(60);

        Assert.Equal([address], _simulator.Paperspace.HeldPublicIps);
        Assert.Equal(address, (string)_simulator.Field("publicIpAddress", (string)machine["id"]!)!);
    }

    [Fact]
    public void Assigns_a_dynamic_address_when_the_machine_starts()
    {
        var id = _simulator.CreateId(("dynamicPublicIp", true));
        _simulator.Pass(30);
        Assert.Null(_simulator.Field("publicIpAddress", id));

        _simulator.Pass(31);

        Assert.NotNull(_simulator.Field("publicIpAddress", id));
        Assert.Empty(_simulator.Paperspace.HeldPublicIps);
    }

    [Theory]
    [InlineData("region")]
    [InlineData("machineType")]
    [InlineData("size")]
    [InlineData("billingType")]
    [InlineData("machineName")]
    [InlineData("templateId")]
    public void Names_a_missing_parameter(string parameter)
    {
        var body = SimulatorFixture.CreateBody();
        body.Remove(parameter);

        AssertRefused(_simulator.Post("/machines/createSingleMachinePublic", body), $"Missing required parameter `{parameter}`");
    }

    [Theory]
    [InlineData("region", "5")]
    [InlineData("machineName", "{}")]
    [InlineData("size", "\"50\"")]
    [InlineData("size", "50.5")]
    [InlineData("size", "-50")]
    [InlineData("size", "49")]
    [InlineData("size", "2001")]
    [InlineData("size", "123456789012345678901234567890")]
    [InlineData("billingType", "\"weekly\"")]
    [InlineData("assignPublicIp", "\"true\"")]
    [InlineData("startOnCreate", "1")]
    [InlineData("scriptId", "[]")]
    [InlineData("notificationEmail", "true")]
    [InlineData("enableNvlink", "\"yes\"")]
    public void Names_a_parameter_of_the_wrong_type_or_out_of_range(string parameter, string value)
    {
        var response = _simulator.Create((parameter, JsonNode.Parse(value)));

        Assert.Equal(400, response.Status);
        Assert.StartsWith($"Parameter `{parameter}` expected to be ", response.ErrorMessage);
        Assert.Empty(_simulator.List().Items);
    }

    [Theory]
    [InlineData("templateId", "tnowhere")]
    [InlineData("region", "NY2")]
    [InlineData("machineType", "Z80")]
    public void Names_the_resource_that_does_not_exist(string parameter, string value) =>
        AssertRefused(_simulator.Create((parameter, value)), $"{parameter} not found");

    [Fact]
    public void Rejects_a_static_with_a_dynamic_address() => AssertRefused(
        _simulator.Create(("assignPublicIp", true), ("dynamicPublicIp", true)),
        "Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");

    [Fact]
    public void Rejects_an_existing_with_a_new_user() => AssertRefused(
        _simulator.Create(("userId", "u1"), ("email", "new@example.com")),
        "Parameter `userId` cannot be used with `email`");

    [Fact]
    public void Rejects_an_incomplete_new_user() => AssertRefused(
        _simulator.Create(("email", "new@example.com"), ("password", "secret"), ("firstName", "New")),
        "Missing required parameter `lastName`");

    [Fact]
    public void Rejects_windows_without_a_gpu() => AssertRefused(
        _simulator.Create(("machineType", "C5"), ("templateId", "tk9izniv")),
        "Windows templates cannot be used to create machineType 'C5'");

    [Theory]
    [InlineData("Air")]
    [InlineData("Standard")]
    [InlineData("Pro")]
    [InlineData("Advanced")]
    public void Rejects_ubuntu_on_a_grid_type(string machineType) => AssertRefused(
        _simulator.Create(("machineType", machineType)),
        $"Ubuntu templates cannot be used to create machineType '{machineType}'");

    [Fact]
    public void Rejects_a_restore_point_without_a_snapshot_or_a_frequency()
    {
        AssertRefused(
            _simulator.Create(("markSnapshotAsRestorePoint", true), ("restorePointFrequency", "shutdown")),
            "Parameter `markSnapshotAsRestorePoint` requires `takeInitialSnapshot`");
        AssertRefused(
            _simulator.Create(("markSnapshotAsRestorePoint", true), ("takeInitialSnapshot", true)),
            "Parameter `markSnapshotAsRestorePoint` requires `restorePointFrequency`");
        AssertRefused(
            _simulator.Create(("restorePointFrequency", "hour")),
            "Parameter `restorePointFrequency` expected to be 'shutdown'");
    }

    [Fact]
    public void Takes_a_snapshot_only_at_the_first_boot()
    {
        var id = _simulator.CreateId(
            ("takeInitialSnapshot", true), ("markSnapshotAsRestorePoint", true), ("restorePointFrequency", "shutdown"));
        _simulator.Pass(70);
        Assert.Equal(["snapshot-create done", "start done", "create done"], _simulator.Events(id));
        Assert.NotNull(_simulator.Field("restorePointSnapshotId", id));

        _simulator.Act("stop", id);
        _simulator.Act("start", id);
        _simulator.Pass(200);

        Assert.Equal(["start done", "stop done"], _simulator.Events(id).Take(2));
    }

    [Fact]
    public void Creates_the_new_user_even_if_the_machine_is_rejected()
    {
        var response = _simulator.Create(
            ("email", "new@example.com"), ("password", "secret"), ("firstName", "New"), ("lastName", "User"), ("templateId", "tnowhere"));

        AssertRefused(response, "templateId not found");
        Assert.Equal("New", (string)_simulator.Get("/users/getUsers?email=new%40example.com").Items[0]["firstname"]!);
    }

    [Fact]
    public void Assigns_the_machine_to_its_user()
    {
        var forOther = _simulator.CreateId(("userId", "u3z4be26"));
        var forOwner = _simulator.CreateId();

        Assert.Equal([forOther], _simulator.List("?userId=u3z4be26").Ids);
        Assert.Equal([forOwner], _simulator.List($"?userId={_simulator.Paperspace.Options.UserId}").Ids);
    }

    [Fact]
    public void Returns_the_last_run_of_the_script_after_a_start()
    {
        var id = _simulator.CreateId(("scriptId", "sc123abc"));
        Assert.Equal("sc123abc", (string)_simulator.Field("scriptId", id)!);
        Assert.Null(_simulator.Field("dtLastRun", id));

        _simulator.Pass(57);

        Assert.Equal("2022-03-14T15:00:57.000Z", (string)_simulator.Field("dtLastRun", id)!);
    }

    private void AssertRefused(ApiResponse response, string message)
    {
        Assert.Equal(400, response.Status);
        Assert.Equal(400, response.WrappedStatus);
        Assert.Equal(message, response.ErrorMessage);
        Assert.Empty(_simulator.List().Items);
    }
}
