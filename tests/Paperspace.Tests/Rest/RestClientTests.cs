using Paperspace.Client;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Rest;

/// <summary>Requests to operations that no other client has, on each API.</summary>
public sealed class RestClientTests
{
    public static TheoryData<PaperspaceApiVersion> Apis { get; } = [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task A_request_has_its_method_path_query_body_and_key(PaperspaceApiVersion api)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var client = Client(api, server);

        await client.Rest.SendAsync(
            new RestRequestOptions
            {
                Method = RestMethod.Patch,
                Path = "/things/a%20b",
                Query = [new("name", "a&b=c +ü"), new("tag", "1"), new("tag", "2")],
                Body = new Dictionary<string, object?>
                {
                    ["text"] = "\"",
                    ["number"] = 1L,
                    ["none"] = null,
                    ["list"] = new object?[]
                    {
                        true,
                        0.5,
                        new Dictionary<string, object?> { ["when"] = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)) },
                    },
                },
            },
            default);

        var request = server.Request;
        Assert.Equal("PATCH", request.Method);
        Assert.Equal(
            $"{(api == PaperspaceApiVersion.V1 ? "/v1" : "")}/things/a%20b?name=a%26b%3Dc%20%2B%C3%BC&tag=1&tag=2",
            request.Target);
        Assert.Equal("""{"text":"\"","number":1,"none":null,"list":[true,0.5,{"when":"2026-01-02T02:04:05.000Z"}]}""", request.Body);
        Assert.StartsWith("application/json", request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains(
            TestClient.Key,
            api == PaperspaceApiVersion.V1 ? request.Headers["Authorization"] : request.Headers["X-Api-Key"],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_string_body_is_sent_unchanged()
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var client = TestClient.Of(server.BaseUri);
        Assert.Null(
            await client.Rest.SendAsync(
                new RestRequestOptions
                {
                    Method = RestMethod.Post,
                    Path = "things",
                    Body = """{ "a" : [1,  2] }""",
                },
                default));
        Assert.Equal("""{ "a" : [1,  2] }""", server.Request.Body);
    }

    [Fact]
    public async Task Values_keep_their_JSON_types_and_fields_their_order()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""{"z":1,"a":[true,null,"2026-01-02T03:04:05Z",1.5,123456789012345678901234567890],"A":{"b":{}}}"""));
        using var client = TestClient.Of(server.BaseUri);
        var fields = Assert.IsType<IReadOnlyDictionary<string, object?>>(
            await client.Rest.SendAsync(new RestRequestOptions { Path = "x" }, default),
            exactMatch: false);
        Assert.Equal(["z", "a", "A"], fields.Keys);
        Assert.Equal(1L, fields["z"]);
        Assert.Equal(
            [
                true,
                null,
                "2026-01-02T03:04:05Z",
                1.5,
                System.Numerics.BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture),
            ],
            (object?[])fields["a"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" / ")]
    [InlineData("https://example.org/machines")]
    [InlineData("//example.org/machines")]
    [InlineData("/../machines")]
    [InlineData("machines/../../x")]
    [InlineData("machines/.")]
    [InlineData("machines/%2e%2e/x")]
    [InlineData("machines/%2E./x")]
    [InlineData("machines/%252e%252e/x")]
    [InlineData("machines/a%2fb")]
    [InlineData("machines/a%5Cb")]
    [InlineData("machines\\x")]
    [InlineData("machines//x")]
    [InlineData("machines/")]
    [InlineData("machines?limit=1")]
    [InlineData("machines#x")]
    [InlineData("mailto:ada@example.com")]
    [InlineData("user@example.org:80/x y")]
    [InlineData("a b")]
    [InlineData("a\r\nHost: example.org")]
    [InlineData("a%0d%0ab")]
    [InlineData("a%zz")]
    [InlineData("a%2")]
    [InlineData("{id}")]
    [InlineData("m\u00fcll")]
    public async Task A_path_outside_the_base_address_is_rejected(string path)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var client = TestClient.OfV1(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Rest.SendAsync(new RestRequestOptions { Path = path }, default));
        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "Path"), (error.Reason, Assert.Single(error.Parameters)));
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("machines")]
    [InlineData("/machines/ps1/start")]
    [InlineData("teams/te1/secrets/A_1.b~c-d")]
    [InlineData("x/(a)!$'*+,=@")]
    [InlineData("public-ips/2001%3Adb8%3A%3A1")]
    public async Task A_path_is_sent_below_the_base_address(string path)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var client = TestClient.OfV1(server.BaseUri);
        await client.Rest.SendAsync(new RestRequestOptions { Path = path }, default);
        Assert.Equal($"/v1/{path.TrimStart('/')}", server.Request.Target);
    }

    [Fact]
    public async Task Reads_have_no_body()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Rest.SendAsync(new RestRequestOptions { Path = "x", Body = "{}" }, default));
        Assert.Equal(["Body"], error.Parameters);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Reads_are_repeated_and_changes_only_if_they_were_not_processed()
    {
        await using var failing = ScriptedServer.Replying(Reply.Json("{}", 503), Reply.Reset, Reply.Json("""{"a":1}"""));
        using var reading = TestClient.Of(failing.BaseUri);
        Assert.NotNull(await reading.Rest.SendAsync(new RestRequestOptions { Path = "x" }, default));
        Assert.Equal(3, failing.Requests.Count);

        foreach (var method in Enum.GetValues<RestMethod>().Where(method => method != RestMethod.Get))
        {
            await using var limited = ScriptedServer.Replying(Reply.Json("{}", 429), Reply.Json("{}", 503), Reply.Json("{}"));
            using var client = TestClient.Of(limited.BaseUri);
            var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
                client.Rest.SendAsync(new RestRequestOptions { Method = method, Path = "x" }, default));
            Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
            Assert.Equal(2, limited.Requests.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public async Task An_error_has_the_message_of_the_API(PaperspaceApiVersion api)
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""{"message":"No such thing.","code":"NOT_FOUND","status":404}""", 404));
        using var client = Client(api, server);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Rest.SendAsync(new RestRequestOptions { Path = "things/1" }, default));
        Assert.Equal((PaperspaceErrorReason.NotFound, 404, "No such thing."), (error.Reason, error.Status, error.ApiMessage));
    }

    [Theory]
    [InlineData("not JSON", PaperspaceErrorReason.InvalidResponse)]
    [InlineData("{} {}", PaperspaceErrorReason.InvalidResponse)]
    public async Task A_response_that_is_not_JSON_is_an_error(string body, PaperspaceErrorReason reason)
    {
        await using var server = ScriptedServer.Replying(Reply.Text(body, "text/plain"));
        using var client = TestClient.Of(server.BaseUri);
        Assert.Equal(
            reason,
            (
                await Assert.ThrowsAsync<PaperspaceException>(() => client.Rest.SendAsync(new RestRequestOptions { Path = "x" }, default)))
                .Reason);
    }

    [Fact]
    public async Task Lists_of_V1_are_followed_by_their_cursors()
    {
        await using var server = ScriptedServer.Replying(request => request.QueryFields.GetValueOrDefault("after") switch
        {
            "from" => Reply.Json("""{"hasMore":true,"nextPage":"b&1","items":[{"id":"1"},{"id":"2"}]}"""),
            "b&1" => Reply.Json("""{"hasMore":true,"nextPage":"c","items":[{"id":"2"},{"ip":"3"}]}"""),
            _ => Reply.Json("""{"hasMore":false,"nextPage":null,"items":[{"ip":"4"}]}"""),
        });
        using var client = TestClient.OfV1(server.BaseUri);
        var (items, _) = await Pages.ReadAsync(
            client.Rest.List(new RestRequestOptions { Path = "things", Query = [new("after", "from"), new("limit", "2"), new("x", "y")] }));
        Assert.Equal(["1", "2", "3", "4"], items.Select(item => (string?)((IReadOnlyDictionary<string, object?>)item!).Values.Single()));
        Assert.Equal(
            ["x=y&limit=2&after=from", "x=y&limit=2&after=b%261", "x=y&limit=2&after=c"],
            server.Requests.Select(request => request.Query));
    }

    [Fact]
    public async Task A_repeated_cursor_ends_the_list_with_a_warning()
    {
        await using var server = ScriptedServer.Replying(request =>
            Reply.Json(
                $$"""{"hasMore":true,"nextPage":"same","items":[{"id":"{{(request.Query.Contains("after", StringComparison.Ordinal) ? 2 : 1)}}"}]}"""));
        using var client = TestClient.OfV1(server.BaseUri);
        using var pager = client.Rest.List(new RestRequestOptions { Path = "things" });
        Assert.Null((await pager.NextAsync(TestContext.Current.CancellationToken))!.Warning);
        Assert.Contains(
            "same cursor again",
            (await pager.NextAsync(TestContext.Current.CancellationToken))!.Warning,
            StringComparison.Ordinal);
        Assert.Null(await pager.NextAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Lists_of_Core_are_followed_by_limit_and_skip()
    {
        await using var server = ScriptedServer.Replying(request => request.QueryFields.GetValueOrDefault("skip") switch
        {
            "1" => Reply.Json("""[{"id":"2"},{"id":"3"}]"""),
            "3" => Reply.Json("""[{"id":"4"}]"""),
            _ => Reply.Json("[]"),
        });
        using var client = TestClient.Of(server.BaseUri, pagesInFlight: 1);
        var (items, _) = await Pages.ReadAsync(
            client.Rest.List(new RestRequestOptions { Path = "machines/getMachines", Query = [new("limit", "2"), new("skip", "1")] }));
        Assert.Equal(["2", "3", "4"], items.Select(item => (string?)((IReadOnlyDictionary<string, object?>)item!)["id"]));
        Assert.Equal(["limit=2&skip=1", "limit=2&skip=3", "limit=2&skip=4"], server.Requests.Select(request => request.Query));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.V1, """{"id":"1"}""")]
    [InlineData(PaperspaceApiVersion.V1, "1")]
    [InlineData(PaperspaceApiVersion.Core, """{"id":"1"}""")]
    public async Task A_response_that_is_not_a_list_is_an_error(PaperspaceApiVersion api, string body)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var client = Client(api, server);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            Pages.ReadAsync(client.Rest.List(new RestRequestOptions { Path = "things/1" })));
        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.Contains("it is not a list", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("limit", "0")]
    [InlineData("limit", "many")]
    [InlineData("skip", "-1")]
    public async Task An_invalid_page_is_an_error_and_sends_nothing(string field, string value)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("[]"));
        using var client = TestClient.Of(server.BaseUri);
        var error = Assert.Throws<PaperspaceException>(() =>
            client.Rest.List(new RestRequestOptions { Path = "x", Query = [new(field, value)] }));
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public void Only_reads_can_follow_pages()
    {
        using var client = TestClient.Of(new Uri("http://127.0.0.1:1"));
        Assert.Throws<PaperspaceException>(() => client.Rest.List(new RestRequestOptions { Method = RestMethod.Post, Path = "x" }));
    }

    [Fact]
    public async Task Secrets_of_the_body_and_of_the_query_are_in_no_log_and_no_error()
    {
        const string Password = "Pa\"ss/w0rd";
        const string Token = "t0ken-of-mine";
        const string Value = "v4lue-of-mine";
        await using var server = ScriptedServer.Replying(request => Reply.Json(
            $$"""{"message":{{System.Text.Json.JsonSerializer.Serialize($"{Password} {Token} {Value}")}},"code":"BAD_REQUEST"}""", 400));
        var log = new RequestLogRecorder();
        using var owner = TestClient.OfV1(server.BaseUri);
        using var client = owner.CreateClient(log);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Rest.SendAsync(
            new RestRequestOptions
            {
                Method = RestMethod.Post,
                Path = "x",
                Query = [new("token", Token)],
                Body = new Dictionary<string, object?> { ["password"] = Password, ["value"] = Value },
                Secrets = [Value],
            },
            default));
        Assert.Contains(Value, server.Request.Body, StringComparison.Ordinal);
        string[] shown = [error.ToString(), error.ResponseBody ?? "", log.Everything];
        foreach (var secret in new[] { Password, "Pa\\\"ss/w0rd", Token, Value })
            Assert.All(shown, text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    private static PaperspaceClient Client(PaperspaceApiVersion api, ScriptedServer server) =>
        api == PaperspaceApiVersion.V1 ? TestClient.OfV1(server.BaseUri) : TestClient.Of(server.BaseUri);
}
