using System.Text.Json;
using System.Text.Json.Nodes;
using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>Requests are those of the official client for the same task, but for differences that have a reason.</summary>
public sealed class OfficialClientTests
{
    private const string Id = "psm9u09bwu5i";

    private const string AccountStanding = "/v1/billing/account-standing";

    private const string PageSize =
        "limit: the official client shows the first page, of a size that is not documented; lists are read to their end in pages of 120.";
    private const string OnePage = "limit, after, order: lists are read from their beginning, the newest first.";
    private const string Starts = "startOnCreate: the API's default is not documented, and the official client cannot send false.";
    private const string Region = "region: the short name is what the specification has.";
    private const string Falsy = "The official client drops false and 0, so that it cannot switch anything off.";

    /// <summary>Gets the arguments of the official client, the task here, what differs and why.</summary>
    public static TheoryData<string, string, string[]> Tasks { get; } =
        new()
        {
            { "login typed-key", "session", [] },
            { "machine list", "list", [PageSize] },
            { "machine list --region East Coast (NY2) --name a&b=c +ü", "list filtered", [PageSize, Region] },
            { $"machine get {Id}", "get", [] },
            {
                "machine create --name train-a4000 --machine-type A4000 --template-id tkni3aa4 --region ny2 --disk-size 50",
                "create",
                [Starts]
            },
            {
                "machine create --name train-a4000 --machine-type A4000 --template-id tkni3aa4 --region ny2 --disk-size 50 --network-id",
                "create with every flag",
                []
            },
            { $"machine update {Id} --name render-main --machine-type P4000 --disk-size 100", "resize", [] },
            {
                $"machine update {Id} --name render-main --machine-type P4000 --disk-size 100 --auto-shutdown-enabled=false "
                    + "--restore-point-enabled=false",
                "switch off",
                [Falsy]
            },
            { $"machine start {Id}", "start", [] },
            { $"machine stop {Id}", "stop", [] },
            { $"machine restart {Id}", "restart", [] },
            { $"machine delete {Id}", "delete", [] },
            { $"machine-event list --machine-id {Id}", "events", [PageSize] },
            { "private-network list", "networks", [PageSize] },
            { "private-network get nwhoe4ox", "network", [] },
            { "private-network create --name lab --region ny2", "new network", [] },
            { "private-network delete nwhoe4ox", "delete network", [] },
            { "startup-script list", "scripts", [PageSize] },
            { "startup-script get scq8d2m1x", "script", [] },
            { "startup-script create --name boot --script #!/bin/bash\necho hi\n", "new script", [] },
            { "startup-script update scq8d2m1x --name boot2 --script x --run-once --enabled", "update script", [] },
            { "startup-script assign scq8d2m1x --machine-id psm9u09bwu5i", "assign script", [] },
            { "startup-script delete scq8d2m1x", "delete script", [] },
            { "snapshot list", "snapshots", [PageSize] },
            { "snapshot list --machine-id psm9u09bwu5i", "snapshots of a machine", [OnePage] },
            { "snapshot create --name before-upgrade --machine-id psm9u09bwu5i", "new snapshot", [] },
            { "snapshot restore slqafgu4n6gxge", "restore snapshot", [] },
            { "snapshot restore slqafgu4n6gxge --create-snapshot", "restore snapshot, snapshot first", [] },
            { "snapshot delete slqafgu4n6gxge", "delete snapshot", [] },
            { "os-template list", "templates", [PageSize] },
            { "custom-template list", "templates", [PageSize] },
            { "public-ip list", "public ips", [PageSize] },
            { "public-ip claim --region ny2", "claim", [] },
            { $"public-ip assign 198.51.100.7 --machine-id {Id}", "assign", [] },
            { "public-ip release 198.51.100.7", "release", [] },
            { "shared-drive list", "drives", [PageSize] },
            { "shared-drive get sd1kf83ma", "drive", [] },
            { "shared-drive create --name data --size 250 --region ny2 --network-id nwhoe4ox", "create drive", [] },
            { "shared-drive delete sd1kf83ma", "delete drive", [] },
            { $"custom-template create --name base --machine-id {Id}", "create template", [] },
            { "custom-template delete tx98gvxz", "delete template", [] },
        };

    /// <summary>The commands of the official client that have a counterpart here, and none above: other spellings, output and errors of its
    /// own.</summary>
    private static IReadOnlyList<string> Commands { get; } =
    [
        "custom-template",
        "login",
        "machine",
        "machine-event",
        "os-template",
        "private-network",
        "public-ip",
        "shared-drive",
        "snapshot",
        "startup-script",
    ];

    [Theory]
    [MemberData(nameof(Tasks))]
    public async Task The_same_task_sends_the_same_request(string arguments, string task, string[] differences)
    {
        var recorded = Recorded().First(entry => entry.Arguments.StartsWith(arguments, StringComparison.Ordinal)).Request;
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);
        await SendAsync(client, task);
        var (method, path) = (recorded.GetProperty("method").GetString(), recorded.GetProperty("path").GetString());
        var sent = Assert.Single(server.Requests, request => (request.Method, request.Path) == (method, path));

        var (query, body) = Expected(recorded, differences);
        Assert.Equal(
            query.OrderBy(field => field.Key, StringComparer.Ordinal),
            sent.QueryFields.OrderBy(field => field.Key, StringComparer.Ordinal));
        Assert.True(JsonNode.DeepEquals(body, sent.Body.Length == 0 ? null : JsonNode.Parse(sent.Body)), $"{sent.Body} instead of {body}");
    }

    [Fact]
    public void Every_path_of_the_official_client_for_these_nouns_is_compared()
    {
        var paths = Recorded()
            .Where(entry => Commands.Any(command => entry.Arguments.StartsWith(command, StringComparison.Ordinal)))
            .Select(entry =>
                (Method: entry.Request.GetProperty("method").GetString(), Path: Shape(entry.Request.GetProperty("path").GetString()!)))
            .Where(path =>
                path.Path.StartsWith("/v1/", StringComparison.Ordinal) && !path.Path.Contains("/moved/", StringComparison.Ordinal))
            .Distinct();
        var compared = Tasks
            .Select(row => Recorded().First(entry => entry.Arguments.StartsWith(row.Data.Item1, StringComparison.Ordinal)).Request)
            .Select(request => (request.GetProperty("method").GetString(), Shape(request.GetProperty("path").GetString()!)));
        // A single event is read only where a list of events does not have it; a single template is found in the list.
        Assert.Equal([("GET", "/v1/machine-events/*"), ("GET", "/v1/custom-templates/*")], paths.Except(compared));
    }

    private static string Shape(string path) => System.Text.RegularExpressions.Regex.Replace(path, "(?<=^/v1/[^/]+/)[^/]+", "*");

    private static IEnumerable<(string Arguments, JsonElement Request)> Recorded() =>
        from entry in JsonDocument
            .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pspace-requests.json")))
            .RootElement.EnumerateArray()
            // The official client asks for the standing of the account first, a route that the specification does not have.
        from request in entry
            .GetProperty("requests")
            .EnumerateArray()
            .Where(request => request.GetProperty("path").GetString() != AccountStanding)
            .Take(1)
        select (string.Join(" ", entry.GetProperty("argv").EnumerateArray().Select(argument => argument.GetString())), request);

    private static (Dictionary<string, string> Query, JsonNode? Body) Expected(JsonElement recorded, string[] differences)
    {
        var query = recorded
            .GetProperty("query")
            .EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetString()!, StringComparer.Ordinal);
        var body =
            recorded.GetProperty("body").ValueKind == JsonValueKind.Object
                ? JsonNode.Parse(recorded.GetProperty("body").GetRawText())
                : null;
        foreach (var difference in differences)
            switch (difference)
            {
                case PageSize:
                    query["limit"] = "120";
                    break;
                case OnePage:
                    (query["limit"], _, _) = ("120", query.Remove("after"), query.Remove("order"));
                    break;
                case Region:
                    query["region"] = "ny2";
                    break;
                case Starts:
                    body!["startOnCreate"] = true;
                    break;
                case Falsy:
                    body!["autoShutdownEnabled"] = false;
                    body["restorePointEnabled"] = false;
                    break;
            }

        return (query, body);
    }

    private static async Task SendAsync(PaperspaceClient client, string task)
    {
        var machines = client.Machines;
        var resize = new MachineUpdateOptions { Name = "render-main", MachineType = "P4000", Size = 100 };
        if (task == "switch off") (resize.ShutdownTimeoutInHours, resize.RestorePointEnabled) = (null, false);
        var sending = task switch
        {
            "session" => client.Account.GetSessionAsync(default),
            "list" => Pages.ReadAsync(machines.List()),
            "list filtered" => Pages.ReadAsync(machines.List(new MachineFilter { Region = "East Coast (NY2)", Name = "a&b=c +ü" })),
            "get" => machines.GetAsync(Id, default),
            "create" => machines.CreateAsync(
                new MachineCreateOptions
                {
                    Name = "train-a4000",
                    MachineType = "A4000",
                    TemplateId = "tkni3aa4",
                    Region = "ny2",
                    Size = 50,
                },
                WaitUntil.Started,
                default),
            "create with every flag" => machines.CreateAsync(EveryFlag(), WaitUntil.Started, default),
            "resize" or "switch off" => machines.UpdateAsync(Id, resize, WaitUntil.Started, default),
            "start" => machines.StartAsync(Id, WaitUntil.Started, default),
            "stop" => machines.StopAsync(Id, WaitUntil.Started, default),
            "restart" => machines.RestartAsync(Id, WaitUntil.Started, default),
            "delete" => machines.DeleteAsync(Id, null, WaitUntil.Started, default),
            "events" => Pages.ReadAsync(machines.ListEvents(Id)),
            "public ips" => Pages.ReadAsync(client.PublicIps.List()),
            "claim" => client.PublicIps.ClaimAsync("NY2", default),
            "assign" => client.PublicIps.AssignAsync("198.51.100.7", Id, default),
            "release" => client.PublicIps.ReleaseAsync("198.51.100.7", default),
            "drives" => Pages.ReadAsync(client.SharedDrives.List()),
            "drive" => client.SharedDrives.GetAsync("sd1kf83ma", default),
            "create drive" => client.SharedDrives.CreateAsync(
                new SharedDriveCreateOptions
                {
                    Name = "data",
                    Size = 250,
                    Region = "East Coast (NY2)",
                    NetworkId = "nwhoe4ox",
                },
                default),
            "delete drive" => client.SharedDrives.DeleteAsync("sd1kf83ma", default),
            "templates" => Pages.ReadAsync(client.Templates.List()),
            "create template" => client.Templates.CreateAsync(new TemplateCreateOptions { Name = "base", MachineId = Id }, default),
            "delete template" => client.Templates.DeleteAsync("tx98gvxz", default),
            "networks" => Pages.ReadAsync(client.Networks.List()),
            "network" => client.Networks.GetAsync("nwhoe4ox", default),
            "new network" => client.Networks.CreateAsync(new NetworkCreateOptions { Name = "lab", Region = "NY2" }, default),
            "delete network" => client.Networks.DeleteAsync("nwhoe4ox", default),
            "scripts" => Pages.ReadAsync(client.Scripts.List()),
            "script" => client.Scripts.GetAsync("scq8d2m1x", default),
            "new script" => client.Scripts.CreateAsync(new ScriptCreateOptions { Name = "boot", Text = "#!/bin/bash\necho hi\n" }, default),
            "update script" => client.Scripts.UpdateAsync(
                "scq8d2m1x",
                new ScriptUpdateOptions
                {
                    Name = "boot2",
                    Text = "x",
                    IsRunOnce = true,
                    IsEnabled = true,
                },
                default),
            "assign script" => client.Scripts.AssignAsync("scq8d2m1x", Id, default),
            "delete script" => client.Scripts.DeleteAsync("scq8d2m1x", default),
            "snapshots" => Pages.ReadAsync(client.Snapshots.List()),
            "snapshots of a machine" => Pages.ReadAsync(client.Snapshots.List(Id)),
            "new snapshot" => client.Snapshots.CreateAsync(new SnapshotCreateOptions { MachineId = Id, Name = "before-upgrade" }, default),
            "restore snapshot" => client.Snapshots.RestoreAsync("slqafgu4n6gxge", false, default),
            "restore snapshot, snapshot first" => client.Snapshots.RestoreAsync("slqafgu4n6gxge", true, default),
            "delete snapshot" => client.Snapshots.DeleteAsync("slqafgu4n6gxge", default),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
        };
        await sending;
    }

    private static MachineCreateOptions EveryFlag() => new()
    {
        Name = "train-a4000",
        MachineType = "A4000",
        TemplateId = "tkni3aa4",
        Region = "ny2",
        Size = 50,
        NetworkId = "nwhoe4ox",
        AssignPublicIp = true,
        PerformAutoSnapshot = true,
        AutoSnapshotFrequency = "day",
        AutoSnapshotSaveCount = 3,
        ShutdownTimeoutInHours = 8,
        ShutdownTimeoutForces = true,
        TakeInitialSnapshot = true,
        MarkSnapshotAsRestorePoint = true,
        RestorePointFrequency = "shutdown",
        ScriptId = "scq8d2m1x",
        EmailPassword = true,
        StartOnCreate = true,
        EnableNvlink = true,
        AccessorIds = ["ur7p0nb7n", "ur2b9m1kq"],
    };
}
