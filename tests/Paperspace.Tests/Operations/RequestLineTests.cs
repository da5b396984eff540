using System.Text.Json;
using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Operations;

/// <summary>What each operation sends, as it comes over the socket.</summary>
public sealed class RequestLineTests
{
    /// <summary>The operation, its method, its path and query, and its body.</summary>
    public static TheoryData<string, string, string, string> Lines { get; } = new()
    {
        {
            "create", "POST", "/machines/createSingleMachinePublic",
            """{"region":"East Coast (NY2)","machineType":"P4000","size":50,"billingType":"hourly","machineName":"My Machine 1","templateId":"tbu200wi"}"""
        },
        { "start", "POST", "/machines/psec02yp2/start", "" },
        { "stop", "POST", "/machines/psec02yp2/stop", "" },
        { "restart", "POST", "/machines/psec02yp2/restart", "" },
        { "destroy", "POST", "/machines/psec02yp2/destroyMachine", "" },
        { "update", "POST", "/machines/psec02yp2/updateMachinePublic", """{"machineName":"New"}""" },
        { "list", "GET", "/machines/getMachines?limit=1000", "" },
        { "show", "GET", "/machines/getMachinePublic?machineId=psec02yp2", "" },
        { "setAccessForUser", "POST", "/machines/psec02yp2/setMachineAccess", """{"userId":"ubx9ce8k","enableAccess":true}""" },
        { "utilization", "GET", "/machines/getUtilization?machineId=psec02yp2&billingMonth=2022-03", "" },
        { "availability", "GET", "/machines/getAvailability?region=East%20Coast%20%28NY2%29&machineType=P4000", "" },
        { "templates", "GET", "/templates/getTemplates", "" },
        { "users", "GET", "/users/getUsers", "" },
    };

    public static TheoryData<string> Actions { get; } = ["start", "stop", "restart", "destroy", "update", "setAccessForUser"];

    /// <summary>Each action with each status and body that sources report for success.</summary>
    public static TheoryData<string, int, string> Successes { get; } = [.. from action in Actions.Select(row => row.Data)
        from status in new[] { 200, 201, 202, 204 }
        from body in new[] { "", "{}", "EOF", """{"id":"psec02yp2"}""", "[1,2" }
        where status != 204 || body.Length == 0
        select (action, status, body)];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task An_operation_is_one_request_of_the_reference(string operation, string method, string target, string body)
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);
        await Requests.Operations[operation](client, default);
        Assert.Equal((method, target, body), (server.Request.Method, server.Request.Target, server.Request.Body));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task A_request_has_the_key_and_a_content_type(string operation, string method, string target, string body)
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);
        await Requests.Operations[operation](client, default);
        var headers = server.Request.Headers;
        Assert.Equal(TestClient.Key, headers["X-Api-Key"]);
        Assert.StartsWith("Paperspace-PowerShell/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Contains("application/json", headers["Accept"], StringComparison.Ordinal);
        Assert.Equal(body.Length > 0, headers.ContainsKey("Content-Type"));
        if (body.Length > 0) Assert.StartsWith("application/json", headers["Content-Type"], StringComparison.Ordinal);
        else if (method == "POST") Assert.Equal("0", headers["Content-Length"]);
        else Assert.DoesNotContain("Content-Length", headers.Keys);
        Assert.DoesNotContain("Transfer-Encoding", headers.Keys);
        Assert.DoesNotContain("Expect", headers.Keys);
        Assert.DoesNotContain(TestClient.Key, target, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Successes))]
    public async Task Any_2xx_is_success_for_an_action_whatever_its_body(string action, int status, string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Text(body, "text/plain", status));
        using var client = TestClient.Of(server.BaseUri);
        await Requests.Operations[action](client, default);
        Assert.Single(server.Requests);
    }

    public static TheoryData<string, int> WebPages { get; } =
        [.. from action in Actions.Select(row => row.Data) from status in new[] { 200, 201, 202 } select (action, status)];

    [Theory]
    [MemberData(nameof(WebPages))]
    public async Task A_web_page_is_an_unknown_outcome_of_an_action(string action, int status)
    {
        await using var server = ScriptedServer.Replying(Reply.Text("<html></html>", "text/html", status));
        using var client = TestClient.Of(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Requests.Operations[action](client, default));

        Assert.Equal(RequestOutcome.Unknown, error.Outcome);
        Assert.Contains("may have been carried out", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Any_2xx_with_a_machine_is_success_for_create(int status)
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-create", status));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal("psazmnxdy", (await client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default)).ResourceId);
    }

    [Theory]
    [InlineData(true, """{"releasePublicIp":true}""")]
    [InlineData(false, """{"releasePublicIp":false}""")]
    [InlineData(null, "")]
    public async Task Destroy_sends_releasePublicIp_only_if_it_is_set(bool? release, string body)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.DeleteAsync("psec02yp2", release, WaitUntil.Started, default);
        Assert.Equal(body, server.Request.Body);
        Assert.Empty(server.Request.Query);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Access_is_a_JSON_boolean_unlike_in_the_documented_example(bool enable)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await (
            enable
                ? client.Machines.GrantAccessAsync("psec02yp2", "ubx9ce8k", default)
                : client.Machines.RevokeAccessAsync("psec02yp2", "ubx9ce8k", default));
        var field = JsonDocument.Parse(server.Request.Body).RootElement.GetProperty("enableAccess");
        Assert.Equal(enable ? JsonValueKind.True : JsonValueKind.False, field.ValueKind);
    }

    [Fact]
    public async Task A_plus_in_a_machine_type_is_encoded()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-availability"));
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.GetAvailabilityAsync("Europe (AMS1)", "GPU+", default);
        Assert.Equal("/machines/getAvailability?region=Europe%20%28AMS1%29&machineType=GPU%2B", server.Request.Target);
    }

    [Theory]
    [InlineData("ny2", "East Coast (NY2)")]
    [InlineData("CA1", "West Coast (CA1)")]
    [InlineData("europe (ams1)", "Europe (AMS1)")]
    [InlineData("Mars (M1)", "Mars (M1)")]
    public async Task A_region_can_be_specified_by_its_short_name(string region, string sent)
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-availability"));
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.GetAvailabilityAsync(region, "V100", default);
        Assert.Equal(sent, server.Request.QueryFields["region"]);
    }

    [Fact]
    public async Task The_path_of_the_base_URI_is_kept()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-show"));
        using var client = TestClient.Of(new Uri(server.BaseUri, "/gateway/v0/"));
        await client.Machines.GetAsync("psec02yp2", default);
        Assert.Equal("/gateway/v0/machines/getMachinePublic?machineId=psec02yp2", server.Request.Target);
    }

    [Fact]
    public async Task A_cookie_of_the_server_is_not_sent_back()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json(Examples.Text("spec-show"), 200, "Set-Cookie: session=1", "Set-Cookie: ;;=bad=;"));
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.GetAsync("psec02yp2", default);
        await client.Machines.GetAsync("psec02yp2", default);
        Assert.All(server.Requests, request => Assert.DoesNotContain("Cookie", request.Headers.Keys));
    }

    [Fact]
    public async Task Templates_are_cached_for_a_minute()
    {
        await using var server = ScriptedServer.Replying(Reply.Example("docs-templates-2022"));
        var time = new SkippingTimeProvider();
        using var client = TestClient.Of(server.BaseUri, time);
        var first = (await Pages.ReadAsync(client.Templates.List())).Items;
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Same(first[0], (await Pages.ReadAsync(client.Templates.List())).Items[0]);
        time.Advance(TimeSpan.FromSeconds(1));
        await Pages.ReadAsync(client.Templates.List());
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("destroy")]
    public async Task A_machine_is_read_before_an_action_only_if_the_end_is_awaited(string action)
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);
        await ActAsync(client, action, WaitUntil.Started);
        Assert.Equal("POST", server.Request.Method);
        var operation = await ActAsync(client, action, WaitUntil.Completed);
        Assert.Equal(
            ["/machines/getMachinePublic?machineId=psec02yp2"],
            server.Requests.Skip(1).SkipLast(1).Select(request => request.Target));
        Assert.NotEmpty(operation.Before!.Events!);
    }

    private static Task<Operation> ActAsync(PaperspaceClient client, string action, WaitUntil waitUntil) => action switch
    {
        "start" => client.Machines.StartAsync("psec02yp2", waitUntil, default),
        "stop" => client.Machines.StopAsync("psec02yp2", waitUntil, default),
        "restart" => client.Machines.RestartAsync("psec02yp2", waitUntil, default),
        _ => client.Machines.DeleteAsync("psec02yp2", null, waitUntil, default),
    };
}
