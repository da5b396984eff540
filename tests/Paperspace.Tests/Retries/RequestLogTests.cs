using Paperspace.Tests.Support;

namespace Paperspace.Tests.Retries;

/// <summary>What the request log has, and what it must not have.</summary>
public sealed class RequestLogTests
{
    [Fact]
    public async Task Each_attempt_and_each_retry_is_logged()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""{"status":503,"message":"Try later"}""", 503), Reply.Reset, Reply.Example("spec-show"));
        using var connection = TestClient.Of(server.BaseUri);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        await client.Machines.GetAsync("psec02yp2", default);
        var reports = traffic.Reports.Select(item => item.Report).ToArray();
        Assert.All(
            reports,
            report => Assert.Equal(("GET", "/machines/getMachinePublic?machineId=psec02yp2"), (report.Method, report.PathAndQuery)));
        Assert.Equal([503, 503, null, null, 200], reports.Select(report => report.Status));
        Assert.Equal([false, true, false, true, false], reports.Select(report => report.RetryDelay is not null));
        Assert.Equal([false, true, true, true, false], reports.Select(report => report.Failure is not null));
        Assert.Contains("Try later", reports[1].Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_has_headers_and_bodies_of_request_and_response()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"ok":true}""", 200, "X-Trace: r1"));
        using var connection = TestClient.Of(server.BaseUri);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        await client.Machines.UpdateAsync("psec02yp2", new MachineUpdateOptions { Name = "New" }, WaitUntil.Started, default);
        var (report, detail) = Assert.Single(traffic.Reports);
        Assert.Equal(("POST", "/machines/psec02yp2/updateMachinePublic", 200), (report.Method, report.PathAndQuery, report.Status));
        Assert.Contains("X-Api-Key: ***", detail.RequestHeaders, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json", detail.RequestHeaders, StringComparison.Ordinal);
        Assert.Equal("""{"machineName":"New"}""", detail.RequestBody);
        Assert.Contains("X-Trace: r1", detail.ResponseHeaders, StringComparison.Ordinal);
        Assert.Equal("""{"ok":true}""", detail.ResponseBody);
    }

    [Fact]
    public async Task Missing_parts_are_null_in_the_log()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent, Reply.Reset);
        using var connection = TestClient.Of(server.BaseUri, retries: 0);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        await client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Null(traffic.Reports[0].Detail.RequestBody);
        Assert.Null(traffic.Reports[0].Detail.ResponseBody);
        Assert.NotNull(traffic.Reports[0].Detail.ResponseHeaders);
        Assert.Null(traffic.Reports[1].Detail.ResponseHeaders);
        Assert.Null(traffic.Reports[1].Detail.ResponseBody);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(503)]
    public async Task The_key_is_not_in_the_log_even_if_the_server_echoes_it(int status)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(
            $$"""[{"id":"ps1","name":"{{TestClient.Key}}","{{TestClient.Key}}":1}]""",
            status,
            $"X-Echo: key {TestClient.Key}",
            $"Set-Cookie: session=hunter2"));
        using var connection = TestClient.Of(server.BaseUri);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        using var listing = client.Machines.List(new MachineFilter { Name = TestClient.Key });
        await Record.ExceptionAsync(() => listing.NextAsync(default));
        Assert.NotEmpty(traffic.Reports);
        Assert.DoesNotContain(TestClient.Key, traffic.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hunter2", traffic.Everything, StringComparison.Ordinal);
        Assert.Contains("name=***", traffic.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_a_new_user_is_not_in_the_log()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"id":"ps1","password":"hunter2\"x","token" : "hunter2"}"""));
        using var connection = TestClient.Of(server.BaseUri);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        var request = Requests.Smallest();
        (request.Email, request.Password, request.FirstName, request.LastName) = ("a@b.c", "hunter2\"\\", "Ada", "Lovelace");
        await client.Machines.CreateAsync(request, WaitUntil.Started, default);
        Assert.Contains("hunter2", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", traffic.Everything, StringComparison.Ordinal);
        Assert.Contains("\"password\":\"***\"", traffic.Everything, StringComparison.Ordinal);
        Assert.Contains("a@b.c", traffic.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_body_is_truncated()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("[" + string.Join(",", Enumerable.Range(0, 900).Select(n => $"{{\"id\":\"ps{n:D30}\"}}")) + "]"));
        using var connection = TestClient.Of(server.BaseUri);
        var traffic = new RequestLogRecorder();
        using var client = connection.CreateClient(traffic);
        await Requests.Operations["list"](client, default);
        Assert.InRange(traffic.Reports[0].Detail.ResponseBody!.Length, 1000, 16 * 1024);
    }

    [Fact]
    public async Task Each_client_of_a_connection_has_its_own_log()
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(503), Reply.NoContent);
        using var connection = TestClient.Of(server.BaseUri);
        var (first, second) = (new RequestLogRecorder(), new RequestLogRecorder());
        using var client = connection.CreateClient(first);
        using var other = connection.CreateClient(second);
        await client.Machines.StartAsync("ps1", WaitUntil.Started, default);
        await client.Machines.StopAsync("ps1", WaitUntil.Started, default);
        await other.Machines.StopAsync("ps2", WaitUntil.Started, default);
        Assert.Equal([(1, 1), (1, 1), (1, 2), (2, 1)], first.Reports.Select(item => (item.Report.RequestNumber, item.Report.Attempt)));
        Assert.Equal("/machines/ps2/stop", Assert.Single(second.Reports).Report.PathAndQuery);
    }
}
