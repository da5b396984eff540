using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public class CreateTests
{
    private readonly Lab _lab = new();

    [Fact]
    public void Answers_200_with_the_fields_of_the_reference_in_its_order()
    {
        var reply = _lab.Create();

        Assert.Equal(200, reply.Status);
        Assert.Equal(
            [
                "id", "name", "os", "ram", "cpus", "gpu", "storageTotal", "storageUsed", "machineType", "usageRate",
                "shutdownTimeoutInHours", "shutdownTimeoutForces", "performAutoSnapshot", "autoSnapshotFrequency",
                "autoSnapshotSaveCount", "dynamicPublicIp", "agentType", "dtCreated", "state", "updatesPending", "networkId",
                "privateIpAddress", "publicIpAddress", "region", "scriptId", "dtLastRun", "restorePointSnapshotId",
                "restorePointFrequency",
            ],
            reply.Json.AsObject().Select(field => field.Key));
    }

    [Fact]
    public void Answers_null_for_almost_everything_that_is_not_known_yet()
    {
        var machine = _lab.Create().Json.AsObject();

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
    public void Makes_ids_of_ps_and_seven_base_36_characters() =>
        Assert.Matches("^ps[0-9a-z]{7}$", _lab.CreateId());

    [Fact]
    public void Knows_the_hardware_once_the_create_event_is_in_progress()
    {
        var id = _lab.CreateId();
        Assert.Null(_lab.Field("ram", id));

        _lab.Pass(2);

        var machine = _lab.Show(id).Json;
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
        var id = _lab.CreateId(("machineType", "C1"));
        _lab.Pass(2);

        Assert.Equal("None", (string)_lab.Field("gpu", id)!);
    }

    [Fact]
    public void Stays_provisioning_through_the_start_event_then_is_serviceready_then_ready()
    {
        var id = _lab.CreateId();
        Assert.Equal(["create new"], _lab.Events(id));

        _lab.Pass(2);
        Assert.Equal(["create in progress"], _lab.Events(id));

        _lab.Pass(30);
        Assert.Equal(["start new", "create done"], _lab.Events(id));

        _lab.Pass(2);
        Assert.Equal(["start in progress", "create done"], _lab.Events(id));
        Assert.Equal("provisioning", _lab.State(id));

        _lab.Pass(23);
        Assert.Equal(["start done", "create done"], _lab.Events(id));
        Assert.Equal("serviceready", _lab.State(id));

        _lab.Pass(4);
        Assert.Equal("ready", _lab.State(id));
    }

    [Fact]
    public void Ends_off_without_a_start_event_when_it_is_not_to_start()
    {
        var id = _lab.CreateId(("startOnCreate", false));

        Assert.Equal(["provisioning", "off"], _lab.StatesDuring(120, id));
        Assert.Equal(["create done"], _lab.Events(id));
    }

    [Fact]
    public void Gives_a_static_address_at_once_and_keeps_it_while_off()
    {
        var machine = _lab.Create(("assignPublicIp", true), ("startOnCreate", false)).Json;
        var address = (string)machine["publicIpAddress"]!;

        _lab.Pass(60);

        Assert.Equal([address], _lab.Paperspace.HeldPublicIps);
        Assert.Equal(address, (string)_lab.Field("publicIpAddress", (string)machine["id"]!)!);
    }

    [Fact]
    public void Gives_a_dynamic_address_only_when_the_machine_starts()
    {
        var id = _lab.CreateId(("dynamicPublicIp", true));
        _lab.Pass(30);
        Assert.Null(_lab.Field("publicIpAddress", id));

        _lab.Pass(31);

        Assert.NotNull(_lab.Field("publicIpAddress", id));
        Assert.Empty(_lab.Paperspace.HeldPublicIps);
    }

    [Theory]
    [InlineData("region")]
    [InlineData("machineType")]
    [InlineData("size")]
    [InlineData("billingType")]
    [InlineData("machineName")]
    [InlineData("templateId")]
    public void Names_a_parameter_that_is_missing(string parameter)
    {
        var order = Lab.Order();
        order.Remove(parameter);

        AssertRefused(_lab.Post("/machines/createSingleMachinePublic", order), $"Missing required parameter `{parameter}`");
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
        var reply = _lab.Create((parameter, JsonNode.Parse(value)));

        Assert.Equal(400, reply.Status);
        Assert.StartsWith($"Parameter `{parameter}` expected to be ", reply.ErrorMessage);
        Assert.Empty(_lab.List().Items);
    }

    [Theory]
    [InlineData("templateId", "tnowhere")]
    [InlineData("region", "NY2")]
    [InlineData("machineType", "Z80")]
    public void Says_what_it_does_not_find(string parameter, string value) =>
        AssertRefused(_lab.Create((parameter, value)), $"{parameter} not found");

    [Fact]
    public void Refuses_a_static_with_a_dynamic_address() => AssertRefused(
        _lab.Create(("assignPublicIp", true), ("dynamicPublicIp", true)),
        "Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");

    [Fact]
    public void Refuses_an_existing_with_a_new_user() => AssertRefused(
        _lab.Create(("userId", "u1"), ("email", "new@example.com")),
        "Parameter `userId` cannot be used with `email`");

    [Fact]
    public void Refuses_a_new_user_of_whom_something_is_missing() => AssertRefused(
        _lab.Create(("email", "new@example.com"), ("password", "secret"), ("firstName", "New")),
        "Missing required parameter `lastName`");

    [Fact]
    public void Refuses_windows_without_a_gpu() => AssertRefused(
        _lab.Create(("machineType", "C5"), ("templateId", "tk9izniv")),
        "Windows templates cannot be used to create machineType 'C5'");

    [Theory]
    [InlineData("Air")]
    [InlineData("Standard")]
    [InlineData("Pro")]
    [InlineData("Advanced")]
    public void Refuses_ubuntu_on_a_grid_type(string machineType) => AssertRefused(
        _lab.Create(("machineType", machineType)),
        $"Ubuntu templates cannot be used to create machineType '{machineType}'");

    [Fact]
    public void Refuses_a_restore_point_without_a_snapshot_or_a_frequency()
    {
        AssertRefused(
            _lab.Create(("markSnapshotAsRestorePoint", true), ("restorePointFrequency", "shutdown")),
            "Parameter `markSnapshotAsRestorePoint` requires `takeInitialSnapshot`");
        AssertRefused(
            _lab.Create(("markSnapshotAsRestorePoint", true), ("takeInitialSnapshot", true)),
            "Parameter `markSnapshotAsRestorePoint` requires `restorePointFrequency`");
        AssertRefused(
            _lab.Create(("restorePointFrequency", "hour")),
            "Parameter `restorePointFrequency` expected to be 'shutdown'");
    }

    [Fact]
    public void Takes_a_snapshot_at_first_boot_and_no_later_one()
    {
        var id = _lab.CreateId(
            ("takeInitialSnapshot", true), ("markSnapshotAsRestorePoint", true), ("restorePointFrequency", "shutdown"));
        _lab.Pass(70);
        Assert.Equal(["snapshot-create done", "start done", "create done"], _lab.Events(id));
        Assert.NotNull(_lab.Field("restorePointSnapshotId", id));

        _lab.Act("stop", id);
        _lab.Act("start", id);
        _lab.Pass(200);

        Assert.Equal(["start done", "stop done"], _lab.Events(id).Take(2));
    }

    [Fact]
    public void Makes_the_new_user_even_when_the_machine_is_then_refused()
    {
        var reply = _lab.Create(
            ("email", "new@example.com"), ("password", "secret"), ("firstName", "New"), ("lastName", "User"), ("templateId", "tnowhere"));

        AssertRefused(reply, "templateId not found");
        Assert.Equal("New", (string)_lab.Get("/users/getUsers?email=new%40example.com").Items[0]["firstname"]!);
    }

    [Fact]
    public void Gives_the_machine_to_the_user_it_is_for()
    {
        var forOther = _lab.CreateId(("userId", "u3z4be26"));
        var forOwner = _lab.CreateId();

        Assert.Equal([forOther], _lab.List("?userId=u3z4be26").Ids);
        Assert.Equal([forOwner], _lab.List($"?userId={_lab.Paperspace.Options.UserId}").Ids);
    }

    [Fact]
    public void Reports_the_last_run_of_its_script_when_it_has_started()
    {
        var id = _lab.CreateId(("scriptId", "sc123abc"));
        Assert.Equal("sc123abc", (string)_lab.Field("scriptId", id)!);
        Assert.Null(_lab.Field("dtLastRun", id));

        _lab.Pass(57);

        Assert.Equal("2022-03-14T15:00:57.000Z", (string)_lab.Field("dtLastRun", id)!);
    }

    private void AssertRefused(Reply reply, string message)
    {
        Assert.Equal(400, reply.Status);
        Assert.Equal(400, reply.WrappedStatus);
        Assert.Equal(message, reply.ErrorMessage);
        Assert.Empty(_lab.List().Items);
    }
}
