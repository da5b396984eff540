using System.Text.Json.Nodes;
using Paperspace.Simulator;
using Paperspace.Tests.Support;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.V1;

/// <summary>An update sends what is asked for, and tells what did not apply.</summary>
public sealed class UpdateTests
{
    /// <summary>Gets options by name and value, and the body they are sent in.</summary>
    public static TheoryData<string, object?, string> Options { get; } = new()
    {
        { "Name", "render-main", """{"name":"render-main"}""" },
        { "ShutdownTimeoutInHours", 24, """{"autoShutdownEnabled":true,"autoShutdownTimeout":24}""" },
        { "ShutdownTimeoutInHours", 0, """{"autoShutdownEnabled":true,"autoShutdownTimeout":0}""" },
        { "ShutdownTimeoutInHours", null, """{"autoShutdownEnabled":false}""" },
        { "ShutdownTimeoutForces", false, """{"autoShutdownForce":false}""" },
        { "PerformAutoSnapshot", false, """{"autoSnapshotEnabled":false}""" },
        { "AutoSnapshotFrequency", "day", """{"autoSnapshotFrequency":"daily"}""" },
        { "AutoSnapshotFrequency", "Weekly", """{"autoSnapshotFrequency":"weekly"}""" },
        { "AutoSnapshotFrequency", null, """{"autoSnapshotEnabled":false}""" },
        { "AutoSnapshotSaveCount", 0, """{"autoSnapshotSaveCount":0}""" },
        { "AssignPublicIp", true, """{"publicIpType":"static"}""" },
        { "AssignPublicIp", false, """{"publicIpType":"none"}""" },
        { "DynamicPublicIp", true, """{"publicIpType":"dynamic"}""" },
        // The machine has a static address, which this leaves.
        { "DynamicPublicIp", false, """{"publicIpType":"static"}""" },
        { "NetworkId", "nwhoe4ox", """{"networkId":"nwhoe4ox"}""" },
        { "RestorePointEnabled", false, """{"restorePointEnabled":false}""" },
        { "RestorePointFrequency", "shutdown", """{"restorePointFrequency":"shutdown"}""" },
        { "RestorePointSnapshotId", "slqafgu4n6gxge", """{"restorePointSnapshotId":"slqafgu4n6gxge"}""" },
        { "MachineType", "C5", """{"machineType":"C5"}""" },
        { "Size", 100, """{"diskSize":100}""" },
        { "ScriptId", "scq8d2m1x", """{"machineId":"ps8k2v5tq1zn"}""" },
    };

    [Fact]
    public void Every_option_is_tested() =>
        Assert.Equal(
            typeof(MachineUpdateOptions)
                .GetProperties()
                .Where(property => property.CanWrite)
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal),
            Options.Select(row => row.Data.Item1).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Options))]
    public async Task An_option_is_sent_as_what_it_means(string option, object? value, string body)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        var options = new MachineUpdateOptions();
        typeof(MachineUpdateOptions).GetProperty(option)!.SetValue(options, value);

        await client.Machines.UpdateAsync("ps8k2v5tq1zn", options, WaitUntil.Started, default);

        Assert.Equal(body, server.Requests.First(request => request.Method is "PUT" or "POST").Body);
    }

    [Fact]
    public async Task The_options_of_one_field_make_one_field()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        await client.Machines.UpdateAsync(
            "ps8k2v5tq1zn",
            new MachineUpdateOptions
            {
                AssignPublicIp = false,
                DynamicPublicIp = true,
                PerformAutoSnapshot = false,
                AutoSnapshotFrequency = null,
            },
            WaitUntil.Started,
            default);

        Assert.Equal(
            """{"publicIpType":"dynamic","autoSnapshotEnabled":false}""",
            server.Requests.First(request => request.Method == "PUT").Body);
    }

    [Fact]
    public async Task Both_types_of_public_address_are_removed_without_reading_the_machine()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        await client.Machines.UpdateAsync(
            "ps8k2v5tq1zn",
            new MachineUpdateOptions { AssignPublicIp = false, DynamicPublicIp = false },
            WaitUntil.Started,
            default);

        Assert.Equal(("PUT", """{"publicIpType":"none"}"""), (server.Requests[0].Method, server.Requests[0].Body));
    }

    [Fact]
    public async Task A_setting_that_applies_is_not_a_warning()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("ready") });
        var operation = await account.Client.Machines.UpdateAsync(
            "m0",
            new MachineUpdateOptions
            {
                Name = "new-name",
                ShutdownTimeoutInHours = 24,
                ShutdownTimeoutForces = true,
                PerformAutoSnapshot = true,
                AutoSnapshotFrequency = "week",
                AutoSnapshotSaveCount = 3,
                AssignPublicIp = true,
            },
            WaitUntil.Started,
            default);

        Assert.Empty(operation.Warnings);
        var machine = operation.Machine!;
        Assert.Equal(
            ("new-name", 24, true, "week", 3, "static"),
            (
                machine.Name,
                machine.ShutdownTimeoutInHours,
                machine.ShutdownTimeoutForces,
                machine.AutoSnapshotFrequency,
                machine.AutoSnapshotSaveCount,
                machine.PublicIpType));
    }

    [Fact]
    public async Task An_ignored_setting_is_turned_off_and_on_again()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("ready"), V1 = new() { IgnoresAutoShutdownChanges = true } });
        await account.Client.Machines.UpdateAsync(
            "m0",
            new MachineUpdateOptions { ShutdownTimeoutInHours = 8, ShutdownTimeoutForces = false },
            WaitUntil.Started,
            default);
        account.Traffic.Forget();

        var operation = await account.Client.Machines.UpdateAsync(
            "m0", new MachineUpdateOptions { ShutdownTimeoutInHours = 24, ShutdownTimeoutForces = true }, WaitUntil.Started, default);

        Assert.Empty(operation.Warnings);
        Assert.Equal((24, true), (operation.Machine!.ShutdownTimeoutInHours, operation.Machine.ShutdownTimeoutForces));
    }

    [Fact]
    public async Task A_setting_that_does_not_apply_is_a_warning_that_names_it()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("ready") });

        var operation = await account.Client.Machines.UpdateAsync(
            "m0",
            new MachineUpdateOptions { AutoSnapshotFrequency = "day" },
            WaitUntil.Started,
            default);

        Assert.Equal(
            "Machine m0: AutoSnapshotFrequency was accepted but not applied: its AutoSnapshotFrequency is not set.",
            Assert.Single(operation.Warnings));
    }

    [Fact]
    public async Task A_failure_to_read_back_is_a_warning()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Method == "GET" ? Reply.Example("v1-error-403-forbidden", 403) : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var operation = await client.Machines.UpdateAsync(
            "ps8k2v5tq1zn",
            new MachineUpdateOptions { Name = "new" },
            WaitUntil.Started,
            default);

        Assert.Contains("could not be verified", Assert.Single(operation.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off", "off")]
    [InlineData("ready", "ready")]
    public async Task A_machine_is_resized_and_returned_to_its_state(string from, string to)
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds(from) });
        var operation = await account.Client.Machines.UpdateAsync(
            "m0",
            new MachineUpdateOptions { MachineType = "P5000", Size = 100 },
            WaitUntil.Completed,
            default);

        var ending = await account.WaitAsync(operation);

        Assert.Empty(operation.Warnings);
        Assert.Equal((to, "P5000", 100d), (ending.Machine.State, ending.Machine.MachineType, ending.Machine.StorageTotalGB));
    }

    [Fact]
    public async Task A_running_machine_is_resized_only_if_the_end_is_awaited()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("ready") });

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.UpdateAsync("m0", new MachineUpdateOptions { Size = 100 }, WaitUntil.Started, default));

        Assert.Equal(PaperspaceErrorReason.InvalidRequest, error.Reason);
        Assert.Contains("only while it is off", error.Message, StringComparison.Ordinal);
        Assert.Equal("ready", account.StateOf("m0"));
    }

    [Fact]
    public async Task A_disk_never_shrinks()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("off") });

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Machines.UpdateAsync("m0", new MachineUpdateOptions { Size = 20 }, WaitUntil.Completed, default));

        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "Size"), (error.Reason, Assert.Single(error.Parameters)));
        Assert.Single(account.Traffic.Exchanges);
    }

    [Fact]
    public async Task A_machine_that_was_stopped_for_a_failed_change_is_started_again()
    {
        using var account = Account(new() { Seeds = TestAccount.Seeds("ready") });

        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            account.Client.Machines.UpdateAsync("m0", new MachineUpdateOptions { MachineType = "nosuch" }, WaitUntil.Completed, default));

        Assert.Contains("was stopped for the change; it is starting again.", error.Message, StringComparison.Ordinal);
        Assert.Equal("start new", account.NewestEventOf("m0"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_static_address_is_released_with_the_machine_on_request(bool releases)
    {
        using var account = Account(
            new()
            {
                Seeds =
                [
                    new MachineSeed
                    {
                        Id = "m0",
                        Name = "machine-0",
                        State = "off",
                        AssignPublicIp = true,
                    },
                ],
            });
        Assert.Single(account.Simulator.HeldPublicIps);

        var operation = await account.Client.Machines.DeleteAsync("m0", releases ? true : null, WaitUntil.Completed, default);
        await account.WaitAsync(operation);

        Assert.Empty(operation.Warnings);
        Assert.Equal(releases ? 0 : 1, account.Simulator.HeldPublicIps.Count);
    }

    [Fact]
    public async Task A_static_address_that_could_not_be_released_is_a_warning()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Path.StartsWith("/v1/public-ips/", StringComparison.Ordinal)
                ? Reply.Example("v1-error-403-forbidden", 403)
                : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var operation = await client.Machines.DeleteAsync("ps8k2v5tq1zn", true, WaitUntil.Started, default);

        Assert.Contains("203.0.113.61 was not released and is still billed", Assert.Single(operation.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_documented_bodies_are_sent()
    {
        // The paths' parameters that some documents repeat in a body are not needed there.
        var resize = JsonNode.Parse(Examples.Text("v1-req-resize"))!.AsObject();
        Assert.Equal(["id", "machineType", "diskSize"], resize.Select(field => field.Key));
        var update = JsonNode.Parse(Examples.Text("v1-req-update"))!.AsObject().Select(field => field.Key);
        var sent = Options.SelectMany(row => JsonNode.Parse(row.Data.Item3)!.AsObject().Select(field => field.Key));
        Assert.Empty(update.Except(sent));
    }

    private static TestAccount Account(SimulatorOptions options) => new(options, PaperspaceApiVersion.V1);
}
