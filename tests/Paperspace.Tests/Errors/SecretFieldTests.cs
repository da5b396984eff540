using Paperspace.Tests.Support;

namespace Paperspace.Tests.Errors;

/// <summary>The values of fields whose names say that they are secret appear in no error, log or additional data.</summary>
public sealed class SecretFieldTests
{
    private const string Secret = "hunter-2-hunter";

    public static TheoryData<string> Names { get; } =
    [
        "password", "newPassword", "vncPassword", "adminpassword", "passphrase", "clientSecret", "client_secret", "SECRETS", "token",
        "refreshToken", "access_token", "accessTokenId", "api_key", "apiKey", "apikey", "x-api-key", "privateKey", "ssh_private_key",
        "SSHKey", "credentials", "authorization",
    ];

    public static TheoryData<string> OtherNames { get; } =
        ["publicKey", "name", "keyboard", "description", "nextPage", "monkey", "passed", "machineKey"];

    private static readonly string[] Shapes =
    [
        """{"message":"no","NAME":"SECRET"}""",
        """{"message":"no","detail":{"a":[{"NAME" : "SECRET"}]}}""",
        """{"message":"no","NAME":["SECRET","more"]}""",
        """{"message":"no","NAME":{"value":"SECRET","list":[1,"x]"]}}""",
        """{"message":"no","text":"{\"NAME\":\"SECRET\"}"}""",
        """{"message":"no","text":"{\"inner\":\"{\\\"NAME\\\": \\\"SECRET\\\"}\"}"}""",
        """{"message":"no","text":"{\"NAME\":[\"SECRET\"]}"}""",
        """{"message":"no","NAME":"SECRET""",
        """{"message":"no","NAME":["SECRET""",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_secret_is_in_no_error_and_no_log(string name)
    {
        foreach (var shape in Shapes)
        {
            var body = shape.Replace("SECRET", Secret, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal);
            await using var server = ScriptedServer.Replying(Reply.Text(body, "application/json", 400));
            using var client = TestClient.Of(server.BaseUri);
            var log = new RequestLogRecorder();
            using var logged = client.CreateClient(log);

            var error = await Assert.ThrowsAsync<PaperspaceException>(() => logged.Machines.GetAsync("psec02yp2", default));

            Assert.DoesNotContain(Secret, error.ToString() + error.ResponseBody + error.ApiMessage, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, log.Everything, StringComparison.Ordinal);
            Assert.Contains("***", Assert.Single(log.Reports).Detail.ResponseBody, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_number_is_as_secret_as_a_string(string name)
    {
        await using var server = ScriptedServer.Replying(Reply.Json($$"""{"message":"no","{{name}}":-123456.5e3}""", 400));
        using var client = TestClient.Of(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync("psec02yp2", default));

        Assert.DoesNotContain("123456", error.ResponseBody, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_secret_is_not_in_the_additional_data(string name)
    {
        await using var server = ScriptedServer.Replying(Reply.Json($$"""
            {"id":"psec02yp2","{{name}}":"{{Secret}}","other":{"list":[{"{{name}}":"{{Secret}}","kept":1}]},
             "text":"{\"{{name}}\":\"{{Secret}}\"}"}
            """));
        using var client = TestClient.Of(server.BaseUri);

        var machine = await client.Machines.GetAsync("psec02yp2", default);

        var shown = System.Text.Json.JsonSerializer.Serialize(machine.AdditionalData);
        Assert.DoesNotContain(Secret, shown, StringComparison.Ordinal);
        Assert.Contains("\"kept\":1", shown, StringComparison.Ordinal);
        Assert.Equal("***", machine.AdditionalData[name]);
    }

    [Theory]
    [MemberData(nameof(OtherNames))]
    public async Task Values_that_are_not_secrets_are_kept(string name)
    {
        await using var server = ScriptedServer.Replying(Reply.Json($$"""{"id":"psec02yp2","{{name}}s":"{{Secret}}"}"""));
        using var client = TestClient.Of(server.BaseUri);

        Assert.Equal(Secret, (await client.Machines.GetAsync("psec02yp2", default)).AdditionalData[name + "s"]);
    }

    [Fact]
    public async Task A_Boolean_is_not_a_secret()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"id":"psec02yp2","hasPassword":true,"emailPassword":null}"""));
        using var client = TestClient.Of(server.BaseUri);

        Assert.Equal(true, (await client.Machines.GetAsync("psec02yp2", default)).AdditionalData["hasPassword"]);
    }
}
