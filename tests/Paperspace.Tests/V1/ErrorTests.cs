using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.V1;

/// <summary>What the V1 API says of a failure becomes an error that says no less.</summary>
public sealed class ErrorTests
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body>You are blocked.</body></html>";

    [Theory]
    [InlineData("v1-error-400-parse", 400, PaperspaceErrorReason.RequestRejected, "Failed to parse request body")]
    [InlineData("v1-error-401-not-logged-in", 401, PaperspaceErrorReason.InvalidApiKey, "You must be logged in to access this method.")]
    [InlineData("v1-error-403-forbidden", 403, PaperspaceErrorReason.AccessDenied, "You do not have permission to access this resource.")]
    [InlineData("v1-error-404-machine", 404, PaperspaceErrorReason.MachineNotFound, "Machine not found")]
    [InlineData("v1-error-404-route", 404, PaperspaceErrorReason.MachineNotFound, "Not found")]
    [InlineData("v1-error-409-currently-starting", 409, PaperspaceErrorReason.RequestRejected, "This machine is currently starting.")]
    [InlineData(
        "v1-error-412-power-state",
        412,
        PaperspaceErrorReason.RequestRejected,
        "Machine is not in a power state compatible with this request.")]
    [InlineData("v1-error-429-too-many-requests", 429, PaperspaceErrorReason.TooManyRequests, "Too many requests")]
    [InlineData("v1-error-500", 500, PaperspaceErrorReason.OutcomeUnknown, "Internal server error")]
    [InlineData(
        "v1-error-out-of-capacity",
        412,
        PaperspaceErrorReason.InsufficientCapacity,
        "We are currently out of capacity for the selected VM type.")]
    public async Task An_error_has_its_reason_and_message(string example, int status, PaperspaceErrorReason reason, string message)
    {
        var error = await FailAsync(
            Reply.Example(example, status),
            client => client.Machines.RestartAsync("psm9u09bwu5i", WaitUntil.Started, default));

        Assert.Equal(reason, error.Reason);
        Assert.Equal(status, error.Status);
        Assert.StartsWith(message, error.ApiMessage, StringComparison.Ordinal);
        Assert.Equal(("PATCH", "/v1/machines/psm9u09bwu5i/restart"), (error.Method, error.Path));
    }

    [Theory]
    [InlineData("BAD_REQUEST", 400, PaperspaceErrorReason.RequestRejected)]
    [InlineData("METHOD_NOT_SUPPORTED", 405, PaperspaceErrorReason.RequestRejected)]
    [InlineData("TIMEOUT", 408, PaperspaceErrorReason.RequestTimeout)]
    [InlineData("PAYLOAD_TOO_LARGE", 413, PaperspaceErrorReason.RequestRejected)]
    [InlineData("CLIENT_CLOSED_REQUEST", 499, PaperspaceErrorReason.RequestRejected)]
    [InlineData("UNAUTHORIZED", 400, PaperspaceErrorReason.InvalidApiKey)]
    [InlineData("A_NEW_ONE", 418, PaperspaceErrorReason.RequestRejected)]
    public async Task The_code_determines_the_reason(string code, int status, PaperspaceErrorReason reason)
    {
        var error = await FailAsync(
            Reply.Json($$"""{"message":"Oh.","code":"{{code}}","more":1}""", status),
            client => client.Machines.GetAsync("psm9u09bwu5i", default));
        Assert.Equal((reason, "Oh."), (error.Reason, error.ApiMessage));
    }

    [Fact]
    public async Task Issues_are_sentences_with_the_names_of_parameters()
    {
        var options = Requests.Smallest();
        options.AssignPublicIp = true;
        var error = await FailAsync(
            Reply.Example("v1-error-400-validation-issues", 400),
            client => client.Machines.CreateAsync(options, WaitUntil.Started, default));

        Assert.Equal(
            "Input validation failed. TemplateId is required. AssignPublicIp: Invalid enum value. Expected 'static' | 'dynamic' | 'none', "
                + "received 'floating'.",
            error.ApiMessage);
        Assert.Equal(["TemplateId", "AssignPublicIp"], error.Parameters);
    }

    [Fact]
    public async Task Details_are_sentences_too()
    {
        var error = await FailAsync(
            Reply.Json(
                """{"message":"Input validation failed","code":"BAD_REQUEST","details":{"fieldErrors":{"diskSize":["Number must be greater than 0"],"autoShutdownTimeout":["Too long"]},"formErrors":["Nothing to do"]}}""",
                400),
            client =>
                client.Machines.UpdateAsync(
                    "psm9u09bwu5i",
                    new MachineUpdateOptions { ShutdownTimeoutInHours = 1000 },
                    WaitUntil.Started,
                    default));

        Assert.Equal(
            "Input validation failed. Size: Number must be greater than 0. ShutdownTimeoutInHours: Too long. Nothing to do.",
            error.ApiMessage);
        Assert.Equal(["Size", "ShutdownTimeoutInHours"], error.Parameters);
    }

    [Fact]
    public async Task The_example_of_details_names_the_parameter()
    {
        var error = await FailAsync(
            Reply.Example("v1-error-400-validation-details", 400),
            client => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Equal("Input validation failed. TemplateId is required.", error.ApiMessage);
    }

    [Theory]
    [InlineData("Template not found", PaperspaceErrorReason.TemplateNotFound)]
    [InlineData("User not found", PaperspaceErrorReason.NotFound)]
    public async Task A_404_can_be_about_something_other_than_the_machine(string message, PaperspaceErrorReason reason)
    {
        var error = await FailAsync(
            Reply.Json($$"""{"message":"{{message}}","code":"NOT_FOUND"}""", 404),
            client => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Equal(reason, error.Reason);
    }

    [Fact]
    public async Task A_page_of_a_proxy_says_nothing_about_the_key()
    {
        var error = await FailAsync(Reply.Text(Page, "text/html", 403), client => client.Machines.GetAsync("psm9u09bwu5i", default));

        Assert.Equal(PaperspaceErrorReason.RequestRejected, error.Reason);
        Assert.Contains("Cloudflare, in front of the API, rejected the request", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("<", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_does_not_mean_that_a_machine_is_deleted() =>
        Assert.Equal(
            PaperspaceErrorReason.NotFound,
            (await FailAsync(Reply.Text(Page, "text/html", 404), client => client.Machines.GetAsync("psm9u09bwu5i", default))).Reason);

    [Fact]
    public async Task A_null_session_means_an_invalid_key()
    {
        var error = await FailAsync(Reply.Example("v1-session-null"), client => client.Account.GetSessionAsync(default));
        Assert.Equal((PaperspaceErrorReason.InvalidApiKey, 200), (error.Reason, error.Status));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"items":null}""")]
    [InlineData("""{"items":{}}""")]
    [InlineData("[]")]
    public async Task A_page_without_items_is_an_error(string body) =>
        Assert.Equal(
            PaperspaceErrorReason.InvalidResponse,
            (await FailAsync(Reply.Json(body), client => Pages.ReadAsync(client.Machines.List()))).Reason);

    [Fact]
    public async Task An_accepted_create_without_a_machine_has_an_unknown_outcome()
    {
        var error = await FailAsync(
            Reply.Json("""{"event":null}"""),
            client => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
    }

    [Fact]
    public async Task A_create_is_not_repeated_after_a_broken_connection_and_a_start_is()
    {
        await using var server = ScriptedServer.Replying(Reply.Reset);
        using var client = TestClient.OfV1(server.BaseUri, retries: 2);

        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));
        Assert.Single(server.Requests);
        await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.StartAsync("psm9u09bwu5i", WaitUntil.Started, default));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(409, "v1-error-409-currently-starting", "starting")]
    [InlineData(412, "v1-error-412-power-state", "ready")]
    [InlineData(412, "v1-error-412-power-state", "serviceready")]
    public async Task A_rejected_start_of_a_running_machine_succeeds(int status, string example, string state)
    {
        var machine = Examples.Text("v1-machine-show-cpu-off").Replace("\"off\"", $"\"{state}\"", StringComparison.Ordinal);
        await using var server = ScriptedServer.Replying(request =>
            request.Method == "GET" ? Reply.Json(machine) : Reply.Example(example, status));
        using var client = TestClient.OfV1(server.BaseUri);

        var operation = await client.Machines.StartAsync("ps8k2v5tq1zn", WaitUntil.Started, default);

        Assert.Empty(operation.EventIds);
        Assert.Equal(state, operation.Machine!.State);
    }

    [Fact]
    public async Task A_start_that_is_rejected_for_another_reason_is_an_error()
    {
        await using var server = ScriptedServer.Replying(
            request => request.Method == "GET" ? Reply.Example("v1-machine-show-cpu-off") : Reply.Example("v1-error-412-power-state", 412));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.StartAsync("ps8k2v5tq1zn", WaitUntil.Started, default));
        Assert.Equal(412, error.Status);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task The_key_is_not_in_an_error_or_the_log(int status)
    {
        await using var server = ScriptedServer.Replying(request =>
            Reply.Json(
                $$"""{"message":"{{request.Headers["Authorization"]}} is wrong","code":"BAD_REQUEST"}""",
                status,
                $"X-Echo: {request.Headers["Authorization"]}"));
        using var connection = TestClient.OfV1(server.BaseUri, retries: 0);
        var log = new RequestLogRecorder();
        using var client = connection.CreateClient(log);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.CreateAsync(Requests.Smallest(), WaitUntil.Started, default));

        Assert.DoesNotContain(TestClient.Key, error.ToString() + error.ResponseBody + error.ApiMessage, StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(log.Reports);
        Assert.DoesNotContain(TestClient.Key, log.Everything, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<PaperspaceException> FailAsync(Reply reply, Func<PaperspaceClient, Task> send)
    {
        await using var server = ScriptedServer.Replying(reply);
        using var client = TestClient.OfV1(server.BaseUri, retries: 0);
        return await Assert.ThrowsAsync<PaperspaceException>(() => send(client));
    }
}
