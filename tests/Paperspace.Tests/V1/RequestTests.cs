using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Every operation sends the requests that the specification has.</summary>
public sealed class RequestTests
{
    private const string Id = "psm9u09bwu5i";
    private const string Events = $"GET /v1/machine-events?limit=120&orderBy=dtCreated&machineId={Id}";

    /// <summary>Gets the requests of each operation, in any order: method, path with query, and body.</summary>
    public static TheoryData<string, string[]> Operations { get; } = new()
    {
        { "session", ["GET /v1/auth/session"] },
        { "templates", ["GET /v1/os-templates?limit=120&orderBy=name", "GET /v1/custom-templates?limit=120&orderBy=dtCreated"] },
        { "create template", [$"GET /v1/machines/{Id}", $$"""POST /v1/custom-templates {"name":"render-base","machineId":"{{Id}}"}"""] },
        { "rename template", ["""PUT /v1/custom-templates/tbwb4c3s {"name":"render-base"}"""] },
        { "delete template", ["DELETE /v1/custom-templates/tbwb4c3s"] },
        { "users", ["GET /v1/auth/session", "GET /v1/teams/te8fk2v0q/users?limit=120&orderBy=dtConfirmed"] },
        { "list", ["GET /v1/machines?limit=120&orderBy=dtCreated"] },
        { "get", [$"GET /v1/machines/{Id}", $"GET /v1/machine-events?limit=10&orderBy=dtCreated&machineId={Id}"] },
        { "events", [$"GET /v1/machine-events?limit=120&orderBy=dtCreated&machineId={Id}"] },
        { "events 5", [$"GET /v1/machine-events?limit=5&orderBy=dtCreated&machineId={Id}"] },
        { "utilization", [$"GET /v1/machine-events?limit=120&orderBy=dtCreated&machineId={Id}", $"GET /v1/machines/{Id}"] },
        { "access", [$"GET /v1/machines/{Id}/accessors?limit=120"] },
        { "grant", [$$"""POST /v1/machines/{{Id}}/accessors {"userId":"ur7p0nb7n"}"""] },
        { "revoke", [$"DELETE /v1/machines/{Id}/accessors/ur7p0nb7n"] },
        { "availability", ["GET /v1/machine-availability?machineType=P4000&region=ny2"] },
        { "start", [$"PATCH /v1/machines/{Id}/start {{}}"] },
        { "stop", [$"PATCH /v1/machines/{Id}/stop {{}}"] },
        { "restart", [$"PATCH /v1/machines/{Id}/restart {{}}"] },
        { "delete", [$"DELETE /v1/machines/{Id}"] },
        {
            // The address of the machine's record, and the one that the list assigns to it; each is looked up again before its release.
            "delete and release",
            [
                $"GET /v1/machines/{Id}",
                "GET /v1/public-ips?limit=120&orderBy=dtCreated",
                $"DELETE /v1/machines/{Id}",
                "GET /v1/public-ips?limit=120&orderBy=dtCreated",
                "DELETE /v1/public-ips/203.0.113.0",
                "GET /v1/public-ips?limit=120&orderBy=dtCreated",
                "DELETE /v1/public-ips/203.0.113.61",
            ]
        },
        {
            "create",
            [
                """POST /v1/machines {"region":"ny2","machineType":"P4000","diskSize":50,"name":"My Machine 1","templateId":"tbu200wi","startOnCreate":true}""",
            ]
        },
        { "desktop", [$"GET /v1/machines/{Id}/desktop"] },
        { "public ips", ["GET /v1/public-ips?limit=120&orderBy=dtCreated"] },
        { "claim", ["""POST /v1/public-ips {"region":"ny2"}"""] },
        { "assign", [$$"""PUT /v1/public-ips/198.51.100.7 {"machineId":"{{Id}}"}"""] },
        { "unassign", ["""PUT /v1/public-ips/198.51.100.7 {"machineId":null}"""] },
        { "release", ["DELETE /v1/public-ips/198.51.100.7"] },
        { "release a long one", ["DELETE /v1/public-ips/2001%3Adb8%3A%3A1"] },
        { "drives", ["GET /v1/shared-drives?limit=120&orderBy=name"] },
        { "drive", ["GET /v1/shared-drives/RJFHxSmO7U03"] },
        { "create drive", ["""POST /v1/shared-drives {"name":"data","size":250,"region":"ny2","networkId":"nwhoe4ox"}"""] },
        { "rename drive", ["""PUT /v1/shared-drives/RJFHxSmO7U03 {"name":"other"}"""] },
        { "delete drive", ["DELETE /v1/shared-drives/RJFHxSmO7U03"] },
        { "networks", ["GET /v1/private-networks?limit=120&orderBy=dtCreated"] },
        { "network", ["GET /v1/private-networks/nwhoe4ox"] },
        { "new network", ["""POST /v1/private-networks {"name":"lab","region":"ny2","migrateMachines":true}"""] },
        { "rename network", ["""PUT /v1/private-networks/nwhoe4ox {"name":"lab 2"}"""] },
        { "delete network", ["DELETE /v1/private-networks/nwhoe4ox"] },
        { "machine script", [$$"""POST /v1/startup-scripts/scq8d2m1x/assign {"machineId":"{{Id}}"}""", $"GET /v1/machines/{Id}"] },
        {
            "unassign scripts",
            [
                "GET /v1/startup-scripts?limit=120&orderBy=dtCreated",
                $$"""POST /v1/startup-scripts/scq8d2m1x/unassign {"machineId":"{{Id}}"}""",
                $"GET /v1/machines/{Id}",
            ]
        },
        { "scripts", ["GET /v1/startup-scripts?limit=120&orderBy=dtCreated"] },
        { "script", ["GET /v1/startup-scripts/scq8d2m1x"] },
        { "new script", ["""POST /v1/startup-scripts {"name":"boot","script":"echo hi\n","isRunOnce":true}"""] },
        { "update script", ["""PUT /v1/startup-scripts/scq8d2m1x {"name":"boot 2","script":"echo ho","isEnabled":false,"isRunOnce":false}"""] },
        { "assign a script", [$$"""POST /v1/startup-scripts/scq8d2m1x/assign {"machineId":"{{Id}}"}"""] },
        { "unassign a script", [$$"""POST /v1/startup-scripts/scq8d2m1x/unassign {"machineId":"{{Id}}"}"""] },
        { "delete script", ["DELETE /v1/startup-scripts/scq8d2m1x"] },
        { "snapshots", ["GET /v1/snapshots?limit=120&orderBy=dtCreated", Events] },
        { "snapshots without dates", ["GET /v1/snapshots?limit=120&orderBy=dtCreated"] },
        { "snapshots of a machine", [$"GET /v1/snapshots?limit=120&orderBy=dtCreated&machineId={Id}", Events] },
        {
            "snapshot",
            [
                "GET /v1/snapshots/slqafgu4n6gxge",
                $"GET /v1/snapshots?limit=120&orderBy=dtCreated&machineId={Id}",
                $"GET /v1/machine-events?limit=120&orderBy=dtCreated&machineId={Id}",
            ]
        },
        { "new snapshot", [$$"""POST /v1/snapshots {"machineId":"{{Id}}","name":"before-upgrade"}"""] },
        { "rename snapshot", ["""PUT /v1/snapshots/slqafgu4n6gxge {"name":"kept"}"""] },
        { "restore snapshot", ["POST /v1/snapshots/slqafgu4n6gxge/restore {}"] },
        { "restore snapshot, snapshot first", ["""POST /v1/snapshots/slqafgu4n6gxge/restore {"createSnapshotBeforeRestore":true}"""] },
        { "delete snapshot", ["DELETE /v1/snapshots/slqafgu4n6gxge"] },
        { "update", [$$"""PUT /v1/machines/{{Id}} {"name":"paperspace-provider-test-UpdateRead"}""", $"GET /v1/machines/{Id}"] },
    };

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task An_operation_sends_its_requests(string operation, string[] requests)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        await SendAsync(client, operation);

        Assert.Equal(requests.Order(StringComparer.Ordinal), server.Requests.Select(Describe).Order(StringComparer.Ordinal));
        Assert.All(server.Requests, request => Assert.Equal($"Bearer {TestClient.Key}", request.Headers["Authorization"]));
        Assert.All(server.Requests, request => Assert.False(request.Headers.ContainsKey("X-Api-Key")));
        Assert.All(
            server.Requests.Where(request => request.Method is "POST" or "PUT" or "PATCH"),
            request => Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_create_sends_the_set_options_by_the_names_of_the_API()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        var options = Requests.Smallest();
        options.BillingType = "hourly";
        options.NetworkId = "nwhoe4ox";
        options.AssignPublicIp = false;
        options.DynamicPublicIp = true;
        options.StartOnCreate = false;
        options.ScriptId = "scq8d2m1x";
        options.UserId = "u4d0k1szq";
        options.TakeInitialSnapshot = true;
        options.MarkSnapshotAsRestorePoint = true;
        options.RestorePointFrequency = "shutdown";
        options.EnableNvlink = false;

        await client.Machines.CreateAsync(options, WaitUntil.Started, default);

        Assert.Equal(
            """
            {"region":"ny2","machineType":"P4000","diskSize":50,"name":"My Machine 1","templateId":"tbu200wi","networkId":"nwhoe4ox","publicIpType":"dynamic","startupScriptId":"scq8d2m1x","accessorIds":["u4d0k1szq"],"takeInitialSnapshot":true,"restorePointEnabled":true,"restorePointFrequency":"shutdown","enableNvlink":false,"startOnCreate":false}
            """,
            server.Request.Body);
    }

    [Theory]
    [InlineData("TeamId", "te8fk2v0q")]
    [InlineData("NotificationEmail", "ada@example.com")]
    [InlineData("BillingType", "monthly")]
    public async Task A_create_rejects_unsupported_options_and_sends_nothing(string parameter, string value)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        var options = Requests.Smallest();
        typeof(MachineCreateOptions).GetProperty(parameter)!.SetValue(options, value);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.CreateAsync(options, WaitUntil.Started, default));

        Assert.Equal(PaperspaceErrorReason.NotSupported, error.Reason);
        Assert.Equal([parameter], error.Parameters);
        Assert.StartsWith($"The V1 API does not support {parameter}", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_create_with_a_new_user_is_rejected_with_an_alternative()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        var options = Requests.Smallest();
        (options.Email, options.Password, options.FirstName, options.LastName) = ("ada@example.com", "not-to-be-seen", "Ada", "Example");

        var error = Assert.Throws<PaperspaceException>(() => client.Machines.Validate(options));

        Assert.Equal(PaperspaceErrorReason.NotSupported, error.Reason);
        Assert.Contains("Invite the user to the team", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not-to-be-seen", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_machine_and_its_events_are_requested_concurrently()
    {
        var both = new TaskCompletionSource();
        var count = 0;
        await using var server = ScriptedServer.Replying(request =>
        {
            if (Interlocked.Increment(ref count) == 2) both.SetResult();
            return Reply.After(both.Task, V1Reply.To(request));
        });
        using var client = TestClient.OfV1(server.BaseUri);

        Assert.NotNull(await client.Machines.GetAsync(Id, default));
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("https://api.paperspace.com/v1", PaperspaceApiVersion.V1)]
    [InlineData("https://api.paperspace.com/V1/", PaperspaceApiVersion.V1)]
    [InlineData("https://api.paperspace.io", PaperspaceApiVersion.Core)]
    [InlineData("https://api.paperspace.com/v10", PaperspaceApiVersion.Core)]
    public void The_base_address_determines_the_API(string address, PaperspaceApiVersion version)
    {
        Assert.Equal(version, PaperspaceClient.GetApiVersion(new Uri(address)));
        using var client = new PaperspaceClient(new PaperspaceClientOptions { ApiKey = "a-key", BaseUri = new Uri(address) });
        Assert.Equal(version, client.ApiVersion);
    }

    [Fact]
    public void A_specified_API_has_priority_and_its_own_address()
    {
        var options = new PaperspaceClientOptions { ApiKey = "a-key", ApiVersion = PaperspaceApiVersion.V1 };
        Assert.Equal(new Uri("https://api.paperspace.com/v1"), options.BaseUri);
        using var client = new PaperspaceClient(
            new PaperspaceClientOptions
            {
                ApiKey = "a-key",
                BaseUri = new Uri("https://proxy.example"),
                ApiVersion = PaperspaceApiVersion.V1,
            });
        Assert.Equal(PaperspaceApiVersion.V1, client.ApiVersion);
    }

    private static string Describe(SeenRequest request) => $"{request.Method} {request.Target} {request.Body}".TrimEnd();

    private static async Task SendAsync(PaperspaceClient client, string operation)
    {
        var machines = client.Machines;
        await (
            operation switch
            {
                "session" => client.Account.GetSessionAsync(default),
                "templates" => Pages.ReadAsync(client.Templates.List()),
                "create template" => client.Templates.CreateAsync(
                    new TemplateCreateOptions { Name = "render-base", MachineId = Id },
                    default),
                "rename template" => client.Templates.UpdateAsync("tbwb4c3s", new TemplateUpdateOptions { Name = "render-base" }, default),
                "delete template" => client.Templates.DeleteAsync("tbwb4c3s", default),
                "users" => Pages.ReadAsync(client.Users.List()),
                "list" => Pages.ReadAsync(machines.List()),
                "get" => machines.GetAsync(Id, default),
                "events" => Pages.ReadAsync(machines.ListEvents(Id)),
                "events 5" => Pages.ReadAsync(machines.ListEvents(Id, 5)),
                "utilization" => machines.GetUtilizationAsync(Id, new BillingMonth("2026-02"), default),
                "access" => Pages.ReadAsync(machines.ListAccess(Id)),
                "grant" => machines.GrantAccessAsync(Id, "ur7p0nb7n", default),
                "revoke" => machines.RevokeAccessAsync(Id, "ur7p0nb7n", default),
                "availability" => machines.GetAvailabilityAsync("East Coast (NY2)", "P4000", default),
                "start" => machines.StartAsync(Id, WaitUntil.Started, default),
                "stop" => machines.StopAsync(Id, WaitUntil.Started, default),
                "restart" => machines.RestartAsync(Id, WaitUntil.Started, default),
                "delete" => machines.DeleteAsync(Id, null, WaitUntil.Started, default),
                "delete and release" => machines.DeleteAsync(Id, true, WaitUntil.Started, default),
                "create" => machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default),
                "networks" => Pages.ReadAsync(client.Networks.List()),
                "network" => client.Networks.GetAsync("nwhoe4ox", default),
                "new network" => client.Networks.CreateAsync(
                    new NetworkCreateOptions
                    {
                        Name = "lab",
                        Region = "East Coast (NY2)",
                        MigrateMachines = true,
                    },
                    default),
                "rename network" => client.Networks.UpdateAsync("nwhoe4ox", new NetworkUpdateOptions { Name = "lab 2" }, default),
                "delete network" => client.Networks.DeleteAsync("nwhoe4ox", default),
                "machine script" => machines.UpdateAsync(
                    Id,
                    new MachineUpdateOptions { ScriptId = "scq8d2m1x" },
                    WaitUntil.Started,
                    default),
                "unassign scripts" => machines.UpdateAsync(Id, new MachineUpdateOptions { ScriptId = null }, WaitUntil.Started, default),
                "scripts" => Pages.ReadAsync(client.Scripts.List()),
                "script" => client.Scripts.GetAsync("scq8d2m1x", default),
                "new script" => client.Scripts.CreateAsync(
                    new ScriptCreateOptions
                    {
                        Name = "boot",
                        Text = "echo hi\n",
                        FileName = "boot.sh",
                        IsRunOnce = true,
                        IsEnabled = true,
                    },
                    default),
                "update script" => client.Scripts.UpdateAsync(
                    "scq8d2m1x",
                    new ScriptUpdateOptions
                    {
                        Name = "boot 2",
                        Text = "echo ho",
                        IsEnabled = false,
                        IsRunOnce = false,
                    },
                    default),
                "assign a script" => client.Scripts.AssignAsync("scq8d2m1x", Id, default),
                "unassign a script" => client.Scripts.UnassignAsync("scq8d2m1x", Id, default),
                "delete script" => client.Scripts.DeleteAsync("scq8d2m1x", default),
                "snapshots" => Pages.ReadAsync(client.Snapshots.List()),
                "snapshots without dates" => Pages.ReadAsync(client.Snapshots.List(includeDates: false)),
                "snapshots of a machine" => Pages.ReadAsync(client.Snapshots.List(Id)),
                "snapshot" => client.Snapshots.GetAsync("slqafgu4n6gxge", default),
                "new snapshot" => client.Snapshots.CreateAsync(
                    new SnapshotCreateOptions { MachineId = Id, Name = "before-upgrade" },
                    default),
                "rename snapshot" => client.Snapshots.UpdateAsync("slqafgu4n6gxge", new SnapshotUpdateOptions { Name = "kept" }, default),
                "restore snapshot" => client.Snapshots.RestoreAsync("slqafgu4n6gxge", false, default),
                "restore snapshot, snapshot first" => client.Snapshots.RestoreAsync("slqafgu4n6gxge", true, default),
                "delete snapshot" => client.Snapshots.DeleteAsync("slqafgu4n6gxge", default),
                "update" => machines.UpdateAsync(
                    Id,
                    new MachineUpdateOptions { Name = "paperspace-provider-test-UpdateRead" },
                    WaitUntil.Started,
                    default),
                "desktop" => machines.GetDesktopsAsync(Id, default),
                "public ips" => Pages.ReadAsync(client.PublicIps.List()),
                "claim" => client.PublicIps.ClaimAsync("NY2", default),
                "assign" => client.PublicIps.AssignAsync("198.51.100.7", Id, default),
                "unassign" => client.PublicIps.UnassignAsync("198.51.100.7", default),
                "release" => client.PublicIps.ReleaseAsync("198.51.100.7", default),
                "release a long one" => client.PublicIps.ReleaseAsync("2001:db8::1", default),
                "drives" => Pages.ReadAsync(client.SharedDrives.List()),
                "drive" => client.SharedDrives.GetAsync("RJFHxSmO7U03", default),
                "create drive" => client.SharedDrives.CreateAsync(
                    new SharedDriveCreateOptions
                    {
                        Name = "data",
                        Size = 250,
                        Region = "East Coast (NY2)",
                        NetworkId = "nwhoe4ox",
                    },
                    default),
                "rename drive" => client.SharedDrives.UpdateAsync("RJFHxSmO7U03", new SharedDriveUpdateOptions { Name = "other" }, default),
                "delete drive" => client.SharedDrives.DeleteAsync("RJFHxSmO7U03", default),
                _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, null),
            });
    }
}
