using System.Management.Automation;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Paperspace.PowerShell.Tests.Secrets;

/// <summary>A host that sends the key back, in whatever place and form, does not get it shown.</summary>
public sealed class EchoTests
{
    private const string PlainKey = "KeyOfMine7f3a9cQ";
    private const string OddKey = "Qx7\"b/9+<Zk&2'f\\m";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The places where a host can say something, each as what it sends for a text.</summary>
    private static readonly Dictionary<string, Func<string, string, Reply>> Places = new(StringComparer.Ordinal)
    {
        ["error message"] = (text, _) => Reply.Json($$"""{"error":{"name":"Error","status":400,"message":{{Quote(text)}} } }""", 400),
        ["server error"] = (text, _) =>
            Reply.Json($$"""{"message":{{Quote(text)}},"code":"INTERNAL_SERVER_ERROR","details":{"a":{{Quote(text)}} } }""", 500),
        ["page title"] = (text, _) => Reply.Text($"<html><title>{WebUtility.HtmlEncode(text)}</title></html>", "text/html", 404),
        ["broken body"] = (text, _) => Reply.Json($$"""[{"id":"psaaa","name":{{Quote(text)}},"state": {{text}}""", 200),
        ["redirect"] = (_, key) =>
            Reply.Empty(302, $"Location: https://{(key == PlainKey ? key : "x")}.example.org/{Uri.EscapeDataString(key)}"),
        ["header"] = (text, key) =>
            Reply.Json("[]", 200, $"X-Request-Id: {key}", $"Server: {Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}"),
        ["page of machines"] = (text, _) =>
            Reply.Json(
                $$"""{"hasMore":false,"nextPage":null,"items":[{"id":"psaaa","name":{{Quote(text)}},"state":{{Quote(text)}},"os":{{Quote(text)}},"region":{{Quote(text)}}}]}"""),
        ["event"] = (text, _) =>
            Reply.Json(
                $$"""{"data":{"id":"psaaa","name":{{Quote(text)}} },"event":{"id":"e1","name":"start","state":"error","error":{{Quote(text)}},"dtCreated":"2024-01-01T00:00:00.000Z"} }"""),
        ["machine"] = (text, _) =>
            Reply.Json(
                $$"""
                [{"id":"psaaa","name":{{Quote(text)}},"state":{{Quote(text)}},"os":{{Quote(text)}},"unknownField":{{Quote(text)}},
                  "events":[{"name":"start","state":"error","errorMsg":{{Quote(text)}},"dtCreated":"2024-01-01T00:00:00.000Z"}]}]
                """),
    };

    public static TheoryData<string, string, string, string> Cases =>
    [
        .. from place in Places.Keys
           from key in new[] { PlainKey, OddKey }
           from command in new[] { "Get-PsMachine", "Start-PsMachine psaaa" }
           from path in new[] { "", "v1" }
           select new TheoryDataRow<string, string, string, string>(place, key, command, path),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_key_is_not_shown(string place, string key, string command, string path)
    {
        var forms = Forms(key).Append(path.Length == 0 ? key : $"Bearer {key}").ToArray();
        await using var server = ScriptedServer.Replying(_ => Places[place](string.Join(" | ", forms), key));
        using var session = new Session();
        session.Set("key", key);
        session.Run($"Connect-PsAccount -ApiKey $key -BaseUri {server.BaseUri}{path} -MaximumRetryCount 0").Succeeded();
        var outcome = session.Run($"$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; {command}");
        Assert.NotEmpty(outcome.Debug);
        AssertHidden(forms, [.. Shown(outcome), .. Shown(session.Run("Get-PsAccount -Diagnostic; Get-PsAccount"))]);
    }

    [Theory]
    [InlineData("machine")]
    public async Task No_object_contains_the_key_in_any_form(string place)
    {
        var forms = Forms(PlainKey).ToArray();
        await using var server = ScriptedServer.Replying(_ => Places[place](string.Join(" | ", forms), PlainKey));
        using var session = new Session();
        var machine = session.Run($"Get-PsMachine -ApiKey {PlainKey} -BaseUri {server.BaseUri}").Succeeded().Single<Machine>();
        Assert.Equal("psaaa", machine.Id);
        AssertHidden(forms, [machine.Name!, machine.State!, machine.Os!, .. machine.Events!.Select(occurred => occurred.ErrorMsg!)]);
        Assert.Contains("***", machine.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error message")]
    [InlineData("server error")]
    [InlineData("broken body")]
    [InlineData("machine")]
    public async Task The_password_of_a_new_user_is_not_shown(string place)
    {
        const string password = "Pa\"ss/w0rd+für<mich>";
        var forms = Forms(password).ToArray();
        // The list that is looked at after a create of unknown outcome is not about the password.
        const string created =
            """[{"id":"psz","name":"a","region":"East Coast (NY2)","machineType":"P4000","state":"off","dtCreated":"2099-01-01T00:00:00Z"}]""";
        await using var server = ScriptedServer.Replying(request => request.Target.Contains("name=a", StringComparison.Ordinal)
            ? Reply.Json(created)
            : Places[request.Method == "POST" ? place : "header"](string.Join(" | ", forms), "any"));
        using var session = new Session();
        session.Set("text", password);
        session.Run(
            $$"""
            $password = [securestring]::new(); $text.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            Connect-PsAccount -ApiKey key-of-mine -BaseUri {{server.BaseUri}} -MaximumRetryCount 0
            """).Succeeded();
        var outcome = session.Run(
            """
            $VerbosePreference = 'Continue'; $DebugPreference = 'Continue'
            New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -Email a@example.org -Password $password -FirstName A -LastName B
            """);
        Assert.Contains(server.Requests, request => request.Method == "POST");
        AssertHidden(forms, [.. Shown(outcome), .. Shown(session.Run("Get-PsAccount -Diagnostic"))]);
    }

    [Fact]
    public async Task A_value_that_only_resembles_a_secret_is_not_masked()
    {
        await using var server = ScriptedServer.Replying(
            Reply.Json("""[{"id":"psaaa","name":"my-key","ram":"12345678","state":"ready"}]"""));
        using var session = new Session();
        var machine = session.Run($"Get-PsMachine -ApiKey '123456' -BaseUri {server.BaseUri}").Succeeded().Single<Machine>();
        Assert.Equal(("my-key", 12345678L), (machine.Name, machine.Ram));
        Assert.Equal("my-key", session.Run($"Get-PsMachine -ApiKey key -BaseUri {server.BaseUri}").Succeeded().Single<Machine>().Name);
    }

    /// <summary>The forms in which a host may send a secret back.</summary>
    private static IEnumerable<string> Forms(string secret) =>
        new[]
        {
            secret,
            secret.ToLowerInvariant(),
            secret.ToUpperInvariant(),
            Uri.EscapeDataString(secret),
            WebUtility.UrlEncode(secret),
            Quote(secret)[1..^1],
            JsonSerializer.Serialize(secret)[1..^1],
            JsonSerializer.Serialize(secret)[1..^1].ToLowerInvariant(),
            Quote(secret)[1..^1].Replace("/", "\\/", StringComparison.Ordinal),
            Base64(secret),
            Base64("a" + secret),
            Base64("ab" + secret + "c"),
            Base64("user:" + secret),
            Base64(secret).Replace('+', '-').Replace('/', '_'),
        }.Distinct(StringComparer.Ordinal);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);

    private static IEnumerable<string> Shown(Outcome outcome)
    {
        foreach (var text in outcome.Verbose.Concat(outcome.Debug).Concat(outcome.Warnings)) yield return text;
        foreach (var item in outcome.Output) yield return item.BaseObject is Machine ? "" : PSSerializer.Serialize(item, 5);
        foreach (var error in outcome.Errors.Append(outcome.Terminating?.ErrorRecord).OfType<ErrorRecord>())
        {
            yield return error.ToString();
            yield return error.TargetObject?.ToString() ?? "";
            for (var exception = error.Exception; exception is not null; exception = exception.InnerException)
            {
                yield return exception.ToString();
                if (exception is PaperspaceException failure) yield return failure.ResponseBody + failure.ApiMessage;
            }
        }
    }

    private static void AssertHidden(IEnumerable<string> forms, IReadOnlyCollection<string> shown) =>
        Assert.All(
            forms.Select(form => form.TrimEnd('=')),
            form => Assert.All(shown, text => Assert.DoesNotContain(form, text, StringComparison.OrdinalIgnoreCase)));
}
