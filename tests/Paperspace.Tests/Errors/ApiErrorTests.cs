using System.Text.Json;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Errors;

/// <summary>What a caller learns from a response that is no success.</summary>
public sealed class ApiErrorTests
{
    private const string MachinePath = "/machines/getMachinePublic";

    /// <summary>HTTP status, body, and the reason and message that follow for an operation on a machine.</summary>
    public static TheoryData<int, string, PaperspaceErrorReason, string?> Bodies { get; } =
        new()
        {
            { 400, Flat(400, "Invalid API token"), PaperspaceErrorReason.InvalidApiKey, "Invalid API token" },
            { 400, Wrapped(400, "Invalid API token"), PaperspaceErrorReason.InvalidApiKey, "Invalid API token" },
            { 401, Wrapped(401, "No API token"), PaperspaceErrorReason.InvalidApiKey, "No API token" },
            { 401, "", PaperspaceErrorReason.InvalidApiKey, null },
            { 403, Wrapped(403, "Forbidden"), PaperspaceErrorReason.AccessDenied, "Forbidden" },
            { 403, "<html>no</html>", PaperspaceErrorReason.AccessDenied, null },
            { 404, Wrapped(404, "Machine not found"), PaperspaceErrorReason.MachineNotFound, "Machine not found" },
            { 404, Flat(404, "Machine not found"), PaperspaceErrorReason.MachineNotFound, "Machine not found" },
            { 404, "", PaperspaceErrorReason.MachineNotFound, null },
            { 400, Wrapped(404, "Not found"), PaperspaceErrorReason.MachineNotFound, "Not found" },
            { 400, Flat(404, "Not found"), PaperspaceErrorReason.MachineNotFound, "Not found" },
            { 404, Wrapped(400, "Not found"), PaperspaceErrorReason.MachineNotFound, "Not found" },
            { 400, Wrapped(401, "Key revoked"), PaperspaceErrorReason.InvalidApiKey, "Key revoked" },
            {
                400,
                Wrapped(403, "Team members cannot create machines"),
                PaperspaceErrorReason.AccessDenied,
                "Team members cannot create machines"
            },
            { 400, Wrapped(429, "Slow down"), PaperspaceErrorReason.TooManyRequests, "Slow down" },
            { 400, Wrapped(500, "Oops"), PaperspaceErrorReason.ServerError, "Oops" },
            { 400, Wrapped(400, "templateId not found"), PaperspaceErrorReason.TemplateNotFound, "templateId not found" },
            { 400, Wrapped(400, "Out of capacity"), PaperspaceErrorReason.InsufficientCapacity, "Out of capacity" },
            { 400, "", PaperspaceErrorReason.RequestRejected, null },
            { 409, Flat(409, "Machine is busy"), PaperspaceErrorReason.RequestRejected, "Machine is busy" },
            { 422, Flat(422, "Unprocessable"), PaperspaceErrorReason.RequestRejected, "Unprocessable" },
            { 429, "", PaperspaceErrorReason.TooManyRequests, null },
            { 429, Flat(429, "Too many requests"), PaperspaceErrorReason.TooManyRequests, "Too many requests" },
            { 500, Wrapped(500, "Internal"), PaperspaceErrorReason.ServerError, "Internal" },
            { 500, Wrapped(404, "Internal"), PaperspaceErrorReason.ServerError, "Internal" },
            { 502, "<html><body><h1>502 Bad Gateway</h1></body></html>", PaperspaceErrorReason.ServerError, null },
            { 503, "", PaperspaceErrorReason.ServerError, null },
            { 504, "", PaperspaceErrorReason.ServerError, null },
            { 400, """{"error":"just text"}""", PaperspaceErrorReason.RequestRejected, "just text" },
            { 400, "\"just text\"", PaperspaceErrorReason.RequestRejected, "just text" },
            { 400, """{"errors":[{"message":"one"},{"message":"two"}]}""", PaperspaceErrorReason.RequestRejected, "one two" },
            { 400, """{"title":"Bad","details":"worse"}""", PaperspaceErrorReason.RequestRejected, "Bad" },
            { 400, """{"error":{"name":"Error","message":""},"message":"outer"}""", PaperspaceErrorReason.RequestRejected, "outer" },
            {
                400,
                """{"error":{"statusCode":404,"message":"Machine not found"}}""",
                PaperspaceErrorReason.MachineNotFound,
                "Machine not found"
            },
            {
                400,
                """{"error":{"status":"404","message":"Machine not found"}}""",
                PaperspaceErrorReason.MachineNotFound,
                "Machine not found"
            },
            { 400, """{"error":{"message":"cut o""", PaperspaceErrorReason.RequestRejected, null },
            { 400, "{}", PaperspaceErrorReason.RequestRejected, null },
            { 400, "[]", PaperspaceErrorReason.RequestRejected, null },
            { 400, "null", PaperspaceErrorReason.RequestRejected, null },
            { 400, "plain words", PaperspaceErrorReason.RequestRejected, null },
            { 400, """{"error":{"name":"Error","message":null,"status":400}}""", PaperspaceErrorReason.RequestRejected, null },
            { 400, """{"error":new Date(1)}""", PaperspaceErrorReason.RequestRejected, null },
            { 400, "\uFEFF" + Flat(400, "after a mark"), PaperspaceErrorReason.RequestRejected, "after a mark" },
        };

    public static TheoryData<string> RecordedErrors { get; } =
    ["error-404-machine-not-found", "error-404-not-found", "error-404-script-not-uploaded"];

    /// <summary>Bodies whose text must not reach a terminal as it is.</summary>
    public static TheoryData<string> HostileBodies { get; } =
    [
        "<!DOCTYPE html><html><head><title>502</title></head><body>x</body></html>",
        "  \n<html>late</html>",
        "\uFEFF<html>after a byte order mark</html>",
        "<?xml version=\"1.0\"?><error>no</error>",
        "upstream said: <html><body>502</body></html>",
        Flat(400, "<html><body><h1>502 Bad Gateway</h1></body></html>"),
        Flat(400, "see <a href='https://evil.example'>this</a><script>alert(1)</script>"),
        Flat(400, "unclosed <script src=x"),
        Flat(400, "colour \u001b[31mred\u001b[0m bell \u0007 back \b\b title \u001b]0;x\u0007 nul \0 C1 \u009b31m"),
        Flat(400, "reordered \u202Egnp.exe\u202C and \u2066hidden\u2069"),
        Flat(400, $"your key {TestClient.Key} is bad"),
        $"key {TestClient.Key} in plain text",
        $$"""{"{{TestClient.Key}}": tru""",
        "raw \u001b[2J escape",
        "a\r\nb\tc",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task An_error_has_its_reason_and_the_message_of_the_API(
        int status,
        string body,
        PaperspaceErrorReason reason,
        string? apiMessage)
    {
        var error = await FailAsync(Requests.Operations["show"], Reply.Json(body, status));
        Assert.Equal(reason, error.Reason);
        Assert.Equal(apiMessage, error.ApiMessage);
        Assert.Equal(status, error.Status);
        Assert.Equal(("GET", MachinePath), (error.Method, error.Path));
        Assert.Contains($"{status}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"GET {MachinePath}", error.Message, StringComparison.Ordinal);
        if (apiMessage is not null) Assert.EndsWith($"{apiMessage}.", error.Message, StringComparison.Ordinal);
        Assert.Equal(body.Length == 0 ? null : body.TrimStart('\uFEFF'), error.ResponseBody);
    }

    [Theory]
    [MemberData(nameof(RecordedErrors))]
    public async Task A_recorded_error_has_its_message(string example)
    {
        var message = JsonDocument.Parse(Examples.Text(example)).RootElement.GetProperty("error").GetProperty("message").GetString();
        var error = await FailAsync(Requests.Operations["start"], Reply.Example(example, 404));
        Assert.Equal((PaperspaceErrorReason.MachineNotFound, message), (error.Reason, error.ApiMessage));
        Assert.Equal(("POST", "/machines/psec02yp2/start"), (error.Method, error.Path));
    }

    [Fact]
    public async Task The_recorded_flat_error_means_a_bad_key()
    {
        var error = await FailAsync(Requests.Operations["list"], Reply.Example("error-400-invalid-api-token-flat", 400));
        Assert.Equal((PaperspaceErrorReason.InvalidApiKey, 400, "Invalid API token"), (error.Reason, error.Status, error.ApiMessage));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("availability")]
    [InlineData("templates")]
    [InlineData("create")]
    public async Task A_404_without_a_machine_id_is_not_MachineNotFound(string operation) =>
        Assert.Equal(
            PaperspaceErrorReason.NotFound,
            (await FailAsync(Requests.Operations[operation], Reply.Json(Wrapped(404, "Not found"), 404))).Reason);

    [Fact]
    public async Task A_missing_user_is_not_MachineNotFound() =>
        Assert.Equal(
            PaperspaceErrorReason.NotFound,
            (await FailAsync(Requests.Operations["setAccessForUser"], Reply.Json(Wrapped(404, "User not found"), 404))).Reason);

    [Fact]
    public async Task A_missing_template_is_TemplateNotFound()
    {
        var error = await FailAsync(Requests.Operations["create"], Reply.Json(Wrapped(400, "templateId not found"), 400));
        Assert.Equal((PaperspaceErrorReason.TemplateNotFound, "templateId not found"), (error.Reason, error.ApiMessage));
        Assert.Equal(("POST", "/machines/createSingleMachinePublic"), (error.Method, error.Path));
    }

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task A_message_contains_no_markup_control_characters_or_key(string body)
    {
        var error = await FailAsync(Requests.Operations["show"], Reply.Json(body, 400));
        AssertClean(error.Message);
        if (error.ApiMessage is not null) AssertClean(error.ApiMessage);
        Assert.DoesNotContain(TestClient.Key, error.ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Key, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(HostileBodies))]
    public async Task The_message_for_an_unreadable_body_is_clean_too(string body)
    {
        var error = await FailAsync(Requests.Operations["list"], Reply.Json(body));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        AssertClean(error.Message);
        Assert.DoesNotContain(TestClient.Key, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Key, error.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_is_named_by_its_title()
    {
        var error = await FailAsync(
            Requests.Operations["show"],
            Reply.Text("<html>\n<head><title>\n 502 Bad &amp; Gateway\n</title></head></html>", "text/html", 500));
        Assert.EndsWith("the response is a web page ('502 Bad & Gateway'), not one of the API's.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_angle_brackets_are_kept() =>
        Assert.Equal(
            "size < 50 or <number> > 3",
            (await FailAsync(Requests.Operations["show"], Reply.Json(Flat(400, "size < 50 or <number> > 3"), 400))).ApiMessage);

    [Fact]
    public async Task A_message_of_several_lines_becomes_one() =>
        Assert.Equal(
            "one two three",
            (await FailAsync(Requests.Operations["show"], Reply.Json(Flat(400, "one\r\n\ttwo\n\nthree "), 400))).ApiMessage);

    [Fact]
    public async Task A_very_long_message_is_truncated_between_characters()
    {
        var error = await FailAsync(Requests.Operations["show"], Reply.Json(Flat(400, string.Concat(Enumerable.Repeat("😀", 5000))), 400));
        Assert.InRange(error.ApiMessage!.Length, 500, 1100);
        Assert.EndsWith("😀…", error.ApiMessage, StringComparison.Ordinal);
        Assert.InRange(error.ResponseBody!.Length, 1000, 16 * 1024);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("Retry-After: Mon, 14 Mar 2022 16:00:09 GMT", 9)]
    [InlineData("Retry-After: Mon, 14 Mar 2022 15:00:00 GMT", 0)]
    [InlineData("Retry-After: soon", null)]
    [InlineData("X-Nothing: 1", null)]
    public async Task The_retry_delay_of_the_API_is_in_the_error(string header, int? seconds)
    {
        await using var server = ScriptedServer.Replying(Reply.Empty(429, header));
        using var client = TestClient.Of(server.BaseUri, retries: 0);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));
        Assert.Equal(seconds, (int?)error.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task An_echoed_secret_is_not_in_the_error()
    {
        var error = await FailAsync(
            Requests.Operations["create"],
            Reply.Json("""{"error":{"message":"weak"},"request":{"password":"hunter2","email":"a@b.c"}}""", 400));
        Assert.DoesNotContain("hunter2", error.ResponseBody, StringComparison.Ordinal);
        Assert.Contains("a@b.c", error.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_at_the_end_of_a_truncated_body_is_not_in_the_error()
    {
        // The key and the password begin just before the place where the body is cut.
        foreach (var ending in new[] { $"\"{TestClient.Key}\"}}", "\"x\":1,\"password\":\"hunter2hunter2\"}" })
        {
            var body =
                "{\"a\":\"" + new string('x', (16 * 1024) - 12 - ending.IndexOf("hunter2", StringComparison.Ordinal)) + "\"," + ending;
            var error = await FailAsync(Requests.Operations["show"], Reply.Json(body, 400));
            Assert.DoesNotContain(TestClient.Key[..4], error.ResponseBody, StringComparison.Ordinal);
            Assert.DoesNotContain("hunt", error.ResponseBody, StringComparison.Ordinal);
        }
    }

    private static async Task<PaperspaceException> FailAsync(Func<IPaperspaceClient, CancellationToken, Task> operation, Reply reply)
    {
        await using var server = ScriptedServer.Replying(reply);
        using var client = TestClient.Of(server.BaseUri, retries: 0);
        return await Assert.ThrowsAsync<PaperspaceException>(() => operation(client, default));
    }

    private static void AssertClean(string message)
    {
        Assert.DoesNotContain(message, char.IsControl);
        Assert.DoesNotContain(message, c => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069');
        Assert.DoesNotMatch("(?i)<(!doctype|/?(html|head|body|title|h1|a|script)\\b|\\?xml)", message);
        Assert.DoesNotContain(TestClient.Key, message, StringComparison.Ordinal);
    }

    private static string Flat(int status, string message) => JsonSerializer.Serialize(new { status, message });

    private static string Wrapped(int status, string message) =>
        JsonSerializer.Serialize(
            new
            {
                error = new
                {
                    name = "Error",
                    status,
                    message,
                },
            });
}
