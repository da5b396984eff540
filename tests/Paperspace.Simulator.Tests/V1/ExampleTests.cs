using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests.V1;

/// <summary>Bodies have the shapes of the examples.</summary>
public sealed class ExampleTests
{
    private static readonly SimulatorV1Options AsSpecified = new() { SizesAreNumbers = true, RegionsAreShort = true };

    private static readonly Dictionary<string, Func<V1Simulator, ApiResponse>> Requests = new()
    {
        ["v1-session"] = v1 => v1.Get("/auth/session"),
        ["v1-session-null"] = v1 => v1.Send("GET", "/auth/session", key: null),
        ["v1-storage-utilization"] = v1 => v1.Get("/storage-providers/utilization"),
        ["v1-create-answer"] = v1 => v1.Create(),
        ["v1-machine-show-provisioning-nulls"] = v1 => v1.Get($"/machines/{v1.Create().Json["data"]!["id"]}"),
        ["v1-machine-show-gpu-on"] = v1 => v1.Get($"/machines/{v1.CreateMachine()}"),
        ["v1-machine-show-cpu-off"] = v1 => v1.Get($"/machines/{v1.CreateStopped(("machineType", "C3"))}"),
        ["v1-machine-show-restore-point"] = v1 => v1.Get("/machines/" + v1.CreateMachine(
            ("takeInitialSnapshot", true), ("restorePointEnabled", true), ("restorePointFrequency", "shutdown"))),
        ["v1-machines-list-page1"] = v1 =>
        {
            v1.CreateMachine();
            v1.CreateMachine();
            return v1.Get("/machines?limit=1");
        },
        ["v1-machines-list-last"] = v1 =>
        {
            v1.CreateMachine();
            return v1.Get("/machines");
        },
        ["v1-machines-list-empty"] = v1 => v1.Get("/machines"),
        ["v1-start-answer"] = v1 => v1.Patch($"/machines/{v1.CreateStopped()}/start"),
        ["v1-stop-answer"] = v1 => v1.Patch($"/machines/{v1.CreateMachine()}/stop"),
        ["v1-restart-answer"] = v1 => v1.Patch($"/machines/{v1.CreateMachine()}/restart"),
        ["v1-delete-answer"] = v1 => v1.Delete($"/machines/{v1.CreateStopped()}"),
        ["v1-update-answer-no-event"] = v1 => v1.Put($"/machines/{v1.CreateMachine()}", new() { ["name"] = "other" }),
        ["v1-update-answer-with-event"] = v1 => v1.Put($"/machines/{v1.CreateStopped()}", new() { ["diskSize"] = 100 }),
        ["v1-machine-events-list"] = v1 =>
        {
            v1.CreateMachine();
            return v1.Get("/machine-events");
        },
        ["v1-machine-event-show-new"] = v1 => v1.Get($"/machine-events/{v1.Create().Json["event"]!["id"]}"),
        ["v1-machine-event-show-done"] = v1 =>
        {
            var created = v1.Create();
            v1.Pass(60);
            return v1.Get($"/machine-events/{created.Json["event"]!["id"]}");
        },
        ["v1-machine-event-show-error-capacity"] = v1 =>
        {
            var id = v1.CreateStopped();
            v1.Paperspace.FailNextStart(id);
            var start = v1.Patch($"/machines/{id}/start");
            v1.Pass(60);
            return v1.Get($"/machine-events/{start.Json["event"]!["id"]}");
        },
        ["v1-availability"] = v1 => v1.Get("/machine-availability?machineType=P4000&region=ny2"),
        ["v1-desktop-linux"] = v1 => v1.Get($"/machines/{v1.CreateMachine(("templateId", "t17d1a6i"))}/desktop"),
        ["v1-desktop-windows"] = v1 => v1.Get($"/machines/{v1.CreateMachine(("templateId", "tk9izniv"))}/desktop"),
        ["v1-accessor-add-answer"] = v1 => Grant(v1, v1.CreateMachine()),
        ["v1-accessor-remove-answer"] = v1 =>
        {
            var id = v1.CreateMachine();
            Grant(v1, id);
            return v1.Delete($"/machines/{id}/accessors/u3z4be26");
        },
        ["v1-accessors"] = v1 =>
        {
            var id = v1.CreateMachine();
            Grant(v1, id);
            return v1.Get($"/machines/{id}/accessors");
        },
        ["v1-os-templates"] = v1 => v1.Get("/os-templates"),
        ["v1-custom-template-create-answer"] = v1 => CreateTemplate(v1),
        ["v1-custom-templates"] = v1 =>
        {
            CreateTemplate(v1);
            return v1.Get("/custom-templates");
        },
        ["v1-custom-template-delete-answer"] = v1 => v1.Delete($"/custom-templates/{CreateTemplate(v1).Json["data"]!["id"]}"),
        ["v1-private-network-show"] = v1 => v1.Get($"/private-networks/{CreateNetwork(v1)}"),
        ["v1-private-network-null"] = v1 => v1.Get($"/private-networks/{v1.Machine(v1.CreateMachine())["networkId"]}"),
        ["v1-private-networks"] = v1 =>
        {
            CreateNetwork(v1);
            return v1.Get("/private-networks");
        },
        ["v1-private-network-delete-answer"] = v1 => v1.Delete($"/private-networks/{CreateNetwork(v1)}"),
        ["v1-startup-script-show"] = v1 => v1.Get($"/startup-scripts/{CreateScript(v1)}"),
        ["v1-startup-scripts"] = v1 =>
        {
            CreateScript(v1);
            return v1.Get("/startup-scripts");
        },
        ["v1-startup-script-assign-answer"] = v1 =>
            v1.Post($"/startup-scripts/{CreateScript(v1)}/assign", new() { ["machineId"] = v1.CreateMachine() }),
        ["v1-public-ip-claim-answer"] = v1 => v1.Post("/public-ips", new() { ["region"] = "ny2" }),
        ["v1-public-ip-assign-answer"] = v1 =>
            v1.Put($"/public-ips/{ClaimIp(v1)}", new() { ["machineId"] = v1.CreateMachine() }),
        ["v1-public-ips"] = v1 =>
        {
            ClaimIp(v1);
            return v1.Get("/public-ips");
        },
        ["v1-public-ip-release-answer"] = v1 => v1.Delete($"/public-ips/{ClaimIp(v1)}"),
        ["v1-snapshot-create-answer"] = v1 => TakeSnapshot(v1),
        ["v1-snapshots"] = v1 =>
        {
            TakeSnapshot(v1);
            return v1.Get("/snapshots");
        },
        ["v1-snapshot-restore-answer"] = v1 => v1.Post($"/snapshots/{TakeSnapshot(v1).Json["data"]!["id"]}/restore"),
        ["v1-snapshot-delete-answer"] = v1 => v1.Delete($"/snapshots/{TakeSnapshot(v1).Json["data"]!["id"]}"),
        ["v1-shared-drives"] = v1 =>
        {
            v1.Post(
                "/shared-drives",
                new() { ["name"] = "datasets", ["size"] = 250, ["region"] = "ny2", ["networkId"] = CreateNetwork(v1) });
            return v1.Get("/shared-drives");
        },
        ["v1-team-users"] = v1 => v1.Get($"/teams/{v1.Paperspace.Options.TeamId}/users"),
        ["v1-team-user-update-answer"] = v1 =>
            v1.Put($"/teams/{v1.Paperspace.Options.TeamId}/users/u3z4be26", new() { ["isAdmin"] = true }),
        ["v1-error-401-not-logged-in"] = v1 => v1.Send("GET", "/machines", key: null),
        ["v1-error-404-route"] = v1 => v1.Get("/nowhere"),
        ["v1-error-404-machine"] = v1 => v1.Get("/machines/psnowhere"),
        ["v1-error-400-parse"] = v1 => v1.Send("POST", "/machines", "{"),
        ["v1-error-400-validation-details"] = v1 => v1.Post("/machines", Without("templateId")),
        ["v1-error-409-currently-starting"] = v1 => v1.Patch($"/machines/{v1.Create().Json["data"]!["id"]}/start"),
        ["v1-error-412-power-state"] = v1 => v1.Patch($"/machines/{v1.CreateStopped()}/stop"),
    };

    public static TheoryData<string> Names => [.. Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_has_the_shape_of_its_example(string example)
    {
        var v1 = new V1Simulator(AsSpecified);

        ExampleShape.AssertMatches(example, JsonNode.Parse(Requests[example](v1).Response.Body!));
    }

    [Theory]
    [InlineData("v1-machine-show-gpu-on-wire", "P4000", true)]
    [InlineData("v1-machine-show-cpu-off-wire", "C3", false)]
    public void Sizes_are_strings_and_regions_long_by_default(string example, string type, bool starts)
    {
        var v1 = new V1Simulator();
        var machine = v1.Machine(v1.CreateMachine(("machineType", type), ("startOnCreate", starts)));

        ExampleShape.AssertMatches(example, machine);
        Assert.Equal("East Coast (NY2)", (string)machine["region"]!);
        Assert.Equal("53687091200", (string)machine["storageTotal"]!);
    }

    [Fact]
    public void A_static_address_is_in_the_response_to_the_create()
    {
        var created = new V1Simulator().Create(("publicIpType", "static")).Json;

        ExampleShape.AssertMatches("v1-create-answer-static-ip-wire", created);
        Assert.NotNull(created["data"]!["publicIp"]);
    }

    [Fact]
    public void Invalid_requests_have_the_older_issues_on_request()
    {
        var v1 = new V1Simulator(new SimulatorV1Options { ErrorsHaveIssues = true });
        var body = Without("templateId");
        body["publicIpType"] = "floating";

        var response = v1.Post("/machines", body);

        Assert.Equal(400, response.Status);
        var issues = response.Json["issues"]!.AsArray();
        Assert.Equal(["templateId", "publicIpType"], issues.Select(issue => (string)issue!["path"]![0]!));
        Assert.Equal("Required", (string)issues[0]!["message"]!);
        Assert.Equal(
            "Invalid enum value. Expected 'static' | 'dynamic' | 'none', received 'floating'", (string)issues[1]!["message"]!);
    }

    [Theory]
    [InlineData("v1-error-401-not-logged-in")]
    [InlineData("v1-error-404-route")]
    [InlineData("v1-error-404-machine")]
    [InlineData("v1-error-400-parse")]
    [InlineData("v1-error-400-validation-details")]
    [InlineData("v1-error-409-currently-starting")]
    [InlineData("v1-error-412-power-state")]
    public void Errors_match_the_examples(string example) => Assert.Equal(
        ExampleShape.Read(example)!.ToJsonString(), Requests[example](new V1Simulator()).Json.ToJsonString());

    [Fact]
    public void The_standing_of_the_account_is_a_404_by_default()
    {
        Assert.Equal(404, new V1Simulator().Get("/billing/account-standing").Status);
        ExampleShape.AssertMatches(
            "v1-account-standing-good",
            new V1Simulator(new SimulatorV1Options { HasAccountStanding = true }).Get("/billing/account-standing").Json);
    }

    private static JsonObject Without(string field)
    {
        var body = V1Simulator.CreateBody();
        body.Remove(field);
        return body;
    }

    private static ApiResponse Grant(V1Simulator v1, string id) =>
        v1.Post($"/machines/{id}/accessors", new() { ["userId"] = "u3z4be26" });

    private static ApiResponse CreateTemplate(V1Simulator v1) =>
        v1.Post("/custom-templates", new() { ["name"] = "base", ["machineId"] = v1.CreateStopped() });

    private static string CreateNetwork(V1Simulator v1) =>
        (string)v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ny2" }).Json["id"]!;

    private static string CreateScript(V1Simulator v1) =>
        (string)v1.Post("/startup-scripts", new() { ["name"] = "install", ["script"] = "echo ready" }).Json["id"]!;

    private static string ClaimIp(V1Simulator v1) => (string)v1.Post("/public-ips", new() { ["region"] = "ny2" }).Json["ip"]!;

    private static ApiResponse TakeSnapshot(V1Simulator v1) =>
        v1.Post("/snapshots", new() { ["name"] = "before", ["machineId"] = v1.CreateMachine() });
}
