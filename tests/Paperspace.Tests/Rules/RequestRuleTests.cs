using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Rules;

/// <summary>The other rules that are known before sending.</summary>
public sealed class RequestRuleTests
{
    public static TheoryData<string?> HostileIds { get; } =
    [
        (string?)null,
        "",
        " ",
        "/",
        "..",
        "../users",
        "ps1/../ps2",
        "a/b",
        "a\\b",
        "ps1?x=1",
        "ps1#x",
        "ps1%2fx",
        "%2e%2e",
        "ps1;x",
        "ps1&y=2",
        "ps 1",
        "ps1\nX-Evil: 1",
        "ps1\r\n\r\nGET / HTTP/1.1",
        "ps1\0",
        "ps1\u001b[2J",
        "psé",
        "ｐｓ１",
        "ps1\u202E",
        "😀",
        "\uD800",
        "{id}",
        "ps1:80",
        "ps1@evil",
        new string('a', 100 * 1024),
        new string('é', 100 * 1024),
    ];

    public static TheoryData<string> OperationsOnAMachine { get; } =
        ["start", "stop", "restart", "destroy", "update", "show", "setAccessForUser", "utilization", "identity"];

    public static TheoryData<string, string?> HostileIdsOfOperations { get; } = [.. from operation in OperationsOnAMachine.Select(row => row.Data)
        from id in HostileIds.Select(row => row.Data)
        select (operation, id)];

    public static TheoryData<string> BadMonths { get; } =
    [
        "",
        "2022",
        "2022-3",
        "2022-13",
        "2022-00",
        "03-2022",
        "2022/03",
        "22-03",
        "march",
        "2022-03\n2",
        "\u0662\u0660\u0662\u0662-\u0660\u0663",
    ];

    public static TheoryData<string> BadKeys { get; } =
        ["key\nwith a line", "key\r\nX-Evil: 1", "key with space", "kéy", "key\0", "\"key\u0007\"", "😀"];

    [Theory]
    [MemberData(nameof(HostileIdsOfOperations))]
    public async Task An_id_that_could_change_a_path_or_query_is_rejected(string operation, string? id)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => OperationOn(operation, client, id!));
        Assert.Equal(PaperspaceErrorReason.InvalidRequest, error.Reason);
        Assert.Equal(["machineId"], error.Parameters);
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.InRange(error.Message.Length, 1, 300);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [MemberData(nameof(HostileIds))]
    public async Task A_user_id_follows_the_same_rule(string? id)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GrantAccessAsync("psec02yp2", id!, default));
        Assert.Equal(["userId"], error.Parameters);
        Assert.DoesNotContain("machine", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("psec02yp2")]
    [InlineData("some_id")]
    [InlineData("PS-1")]
    [InlineData("12345")]
    [InlineData(" psec02yp2\r\n")]
    public async Task An_id_is_trimmed(string id)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        await client.Machines.StartAsync(id, WaitUntil.Started, default);
        Assert.Equal($"/machines/{id.Trim()}/start", server.Request.Path);
    }

    [Fact]
    public async Task A_broken_rule_is_a_failed_task()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        foreach (var operation in OperationsOnAMachine.Select(row => row.Data).Where(name => name != "identity"))
        {
            var task = OperationOn(operation, client, "../x");
            Assert.True(task.IsFaulted, operation);
            await Assert.ThrowsAsync<PaperspaceException>(() => task);
        }
    }

    [Fact]
    public async Task An_update_must_change_something()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.UpdateAsync("psec02yp2", new MachineUpdateOptions(), WaitUntil.Started, default));
        Assert.Equal(PaperspaceErrorReason.InvalidRequest, error.Reason);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_update_cannot_ask_for_static_and_dynamic_addresses_together()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        var both = new MachineUpdateOptions { AssignPublicIp = true, DynamicPublicIp = true };
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.UpdateAsync("psec02yp2", both, WaitUntil.Started, default));
        Assert.Equal(["AssignPublicIp", "DynamicPublicIp"], error.Parameters);
        Assert.Empty(server.Requests);
        await client.Machines.UpdateAsync(
            "psec02yp2",
            new MachineUpdateOptions { AssignPublicIp = true, DynamicPublicIp = false },
            WaitUntil.Started,
            default);
    }

    [Theory]
    [MemberData(nameof(BadMonths))]
    public void A_billing_month_is_written_as_year_and_month(string month)
    {
        var error = Assert.Throws<PaperspaceException>(() => new BillingMonth(month));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "billingMonth"), (error.Reason, Assert.Single(error.Parameters)));
        Assert.DoesNotContain(error.Message, char.IsControl);
        Assert.Null(BillingMonth.Find(month));
    }

    [Theory]
    [InlineData("2022-03", "2022-03")]
    [InlineData(" 2022-12 ", "2022-12")]
    [InlineData("2014-01", "2014-01")]
    [InlineData("2100-12", "2100-12")]
    public void A_billing_month_is_sent_as_it_was_written(string month, string sent) =>
        Assert.Equal(sent, new BillingMonth(month).ToString());

    [Fact]
    public void A_billing_month_can_be_created_from_a_time_and_shifted()
    {
        var month = new BillingMonth(new DateTime(2022, 3, 31, 23, 59, 59, DateTimeKind.Utc));
        Assert.Equal(("2022-03", "2022-02", "2023-03"), (month.ToString(), month.AddMonths(-1).ToString(), month.AddMonths(12).ToString()));
        Assert.Equal(TimeSpan.FromDays(28), month.AddMonths(-1).Length);
    }

    [Fact]
    public async Task A_filter_too_long_for_a_URI_is_rejected()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("[]"));
        using var client = TestClient.Of(server.BaseUri);
        var error = Assert.Throws<PaperspaceException>(() => client.Machines.List(new MachineFilter { Name = new string('x', 2001) }));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "name"), (error.Reason, Assert.Single(error.Parameters)));
        using var longest = client.Machines.List(new MachineFilter { Name = new string('x', 2000) });
        Assert.Empty((await longest.NextAsync(default))!);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(-1, 0, "limit")]
    [InlineData(null, -1, "skip")]
    public void A_negative_limit_or_skip_is_rejected(int? limit, int skip, string parameter)
    {
        using var client = TestClient.Of(new Uri("http://127.0.0.1:1"));
        Assert.Equal([parameter], Assert.Throws<PaperspaceException>(() => client.Machines.List(null, limit, skip)).Parameters);
    }

    [Theory]
    [InlineData(null, "P4000", "region")]
    [InlineData(" ", "P4000", "region")]
    [InlineData("NY2", null, "machineType")]
    [InlineData("NY2", "", "machineType")]
    public async Task Availability_requires_a_region_and_a_type(string? region, string? type, string parameter)
    {
        await using var server = ScriptedServer.Replying(Reply.Example("spec-availability"));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAvailabilityAsync(region!, type!, default));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, parameter), (error.Reason, Assert.Single(error.Parameters)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("http://api.paperspace.io")]
    [InlineData("http://127.0.0.1.evil.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("http://10.0.0.1")]
    public void Plain_http_is_rejected_except_to_the_local_computer(string address)
    {
        var error = Assert.Throws<PaperspaceException>(() => TestClient.Of(new Uri(address)));
        Assert.Equal((PaperspaceErrorReason.InsecureBaseUri, "BaseUri"), (error.Reason, Assert.Single(error.Parameters)));
    }

    [Theory]
    [InlineData("ftp://api.paperspace.io")]
    [InlineData("file:///etc/passwd")]
    [InlineData("api.paperspace.io")]
    public void A_base_URI_must_be_http_or_https(string address)
    {
        var error = Assert.Throws<PaperspaceException>(() => TestClient.Of(new Uri(address, UriKind.RelativeOrAbsolute)));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "BaseUri"), (error.Reason, Assert.Single(error.Parameters)));
    }

    [Theory]
    [InlineData("https://api.paperspace.io")]
    [InlineData("http://localhost:8080")]
    [InlineData("http://127.0.0.1")]
    [InlineData("http://[::1]:5000/")]
    public void A_base_URI_may_be_https_or_loopback(string address) => TestClient.Of(new Uri(address)).Dispose();

    [Fact]
    public void A_password_in_a_base_URI_is_not_in_the_error()
    {
        var error = Assert.Throws<PaperspaceException>(() => TestClient.Of(new Uri("http://user:hunter2@api.paperspace.io/x")));
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Contains("api.paperspace.io", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void A_time_limit_is_positive_and_fits_a_timer(int seconds)
    {
        var error = Assert.Throws<PaperspaceException>(
            () => TestClient.Of(new Uri("http://127.0.0.1:1"), requestTimeout: TimeSpan.FromSeconds(seconds)));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "RequestTimeout"), (error.Reason, Assert.Single(error.Parameters)));
        var connecting = new PaperspaceClientOptions { ApiKey = TestClient.Key, ConnectTimeout = TimeSpan.FromSeconds(seconds) };
        Assert.Equal(["ConnectTimeout"], Assert.Throws<PaperspaceException>(() => new PaperspaceClient(connecting)).Parameters);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_key_is_required(string? key) => Assert.Equal(PaperspaceErrorReason.ApiKeyMissing, KeyRefused(key!).Reason);

    [Theory]
    [MemberData(nameof(BadKeys))]
    public void A_key_that_is_not_a_valid_header_is_rejected_and_not_shown(string key)
    {
        var error = KeyRefused(key);
        Assert.Equal(PaperspaceErrorReason.InvalidApiKey, error.Reason);
        Assert.DoesNotContain(key, error.ToString(), StringComparison.Ordinal);
        Assert.Null(error.Status);
    }

    private static PaperspaceException KeyRefused(string key) =>
        Assert.Throws<PaperspaceException>(() => new PaperspaceClient(new PaperspaceClientOptions { ApiKey = key }));

    private static Task OperationOn(string operation, PaperspaceClient client, string id) => operation switch
    {
        "start" => client.Machines.StartAsync(id, WaitUntil.Started, default),
        "stop" => client.Machines.StopAsync(id, WaitUntil.Started, default),
        "restart" => client.Machines.RestartAsync(id, WaitUntil.Started, default),
        "destroy" => client.Machines.DeleteAsync(id, true, WaitUntil.Started, default),
        "update" => client.Machines.UpdateAsync(id, new MachineUpdateOptions { Name = "x" }, WaitUntil.Started, default),
        "show" => client.Machines.GetAsync(id, default),
        "setAccessForUser" => client.Machines.GrantAccessAsync(id, "ubx9ce8k", default),
        "utilization" => client.Machines.GetUtilizationAsync(id, new BillingMonth("2022-03"), default),
        _ => Task.FromResult(ResourceId.Require(id, "machineId")),
    };
}
