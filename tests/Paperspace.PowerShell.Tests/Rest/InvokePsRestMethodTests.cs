using System.Collections.Specialized;
using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Rest;

/// <summary>Invoke-PsRestMethod sends what no other cmdlet does, under the same rules.</summary>
public sealed class InvokePsRestMethodTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one", State = "off" }, new() { Id = "psbbb", Name = "two" }];

    [Theory]
    [InlineData("Core", "Invoke-PsRestMethod machines/getMachines -Query @{ name = 'two' }")]
    [InlineData("V1", "Invoke-PsRestMethod machines -Query @{ name = 'two' } -FollowPages")]
    [InlineData("V1", "(Invoke-PsRestMethod /machines -Query @{ name = 'two' }).items")]
    [InlineData("V1", "'machines/psbbb' | Invoke-PsRestMethod -Method Get")]
    [InlineData("V1", "[pscustomobject] @{ Path = 'machines/psbbb'; Query = @{ limit = 1 } } | Invoke-PsRestMethod")]
    [InlineData("V1", "Get-PsMachine two | Invoke-PsRestMethod -Path { \"machines/$($_.Id)\" }")]
    public async Task An_object_has_numbers_and_times(string api, string script)
    {
        await using var host = await StartAsync(api);
        dynamic machine = Assert.Single(host.Run(script).Succeeded().Output);
        Assert.Equal("psbbb", (string)machine.id);
        Assert.IsType<long>(((PSObject)machine).Properties["cpus"].Value);
        var created = Assert.IsType<DateTime>(((PSObject)machine).Properties["dtCreated"].Value);
        Assert.Equal(DateTimeKind.Utc, created.Kind);
        Assert.Equal("System.Management.Automation.PSCustomObject", ((PSObject)machine).TypeNames[0]);
    }

    [Fact]
    public async Task The_first_items_of_a_list_are_returned_before_its_end()
    {
        await using var server = ScriptedServer.Replying(request =>
            Reply.Json(
                $$"""{"hasMore":true,"nextPage":"{{request.QueryFields.GetValueOrDefault("after", "0")}}1","items":[{"id":"{{request.QueryFields.GetValueOrDefault("after", "0")}}"}]}"""));
        using var session = Connect(server);
        var outcome = session.Run(
            "$i = 0; foreach ($run in 1) { Invoke-PsRestMethod things -FollowPages | ForEach-Object { $_.id; if (++$i -eq 3) { break } } }"
        );
        Assert.Equal(["0", "01", "011"], outcome.Succeeded().Output.Select(item => item.ToString()));
        Assert.InRange(server.Requests.Count, 3, 5);
    }

    [Theory]
    [InlineData("@{ name = 'a \"b\" ü' }", """{"name":"a \"b\" ü"}""")]
    [InlineData("[ordered] @{ b = 1; a = $true; c = $null; d = 1.5 }", """{"b":1,"a":true,"c":null,"d":1.5}""")]
    [InlineData("[pscustomobject] @{ list = 1, 'x', @{ y = @(2) } }", """{"list":[1,"x",{"y":[2]}]}""")]
    [InlineData("@(1)", "[1]")]
    [InlineData("@{}", "{}")]
    [InlineData("@{ when = [datetime]::SpecifyKind('2026-01-02T03:04:05', 'Utc'); how = [consolecolor]::Red; no = [switch] $false }", null)]
    [InlineData("'{ \"a\":  1 }'", """{ "a":  1 }""")]
    [InlineData("@{ list = [Collections.Generic.List[int]] (1, 2) }", """{"list":[1,2]}""")]
    public async Task A_body_is_a_string_or_is_converted_to_JSON(string body, string? sent)
    {
        await using var server = ScriptedServer.Replying(Reply.NoContent);
        using var session = Connect(server);
        Assert.Empty(session.Run($"Invoke-PsRestMethod things -Method Post -Body ({body})").Succeeded().Output);
        if (sent is not null) Assert.Equal(sent, server.Request.Body);
        else
            foreach (var part in new[] { "\"when\":\"2026-01-02T03:04:05.000Z\"", "\"how\":\"Red\"", "\"no\":false" })
                Assert.Contains(part, server.Request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_is_made_from_each_object_of_the_pipeline()
    {
        await using var host = await StartAsync("V1");
        host.Run(
                "Get-PsMachine | Invoke-PsRestMethod -Method Put -Path { \"machines/$($_.Id)\" } -Body { @{ name = \"$($_.Name)-x\" } } | "
                    + "Out-Null")
            .Succeeded();
        Assert.Equal(
            ["one-x", "two-x"],
            host.Run("Get-PsMachine | ForEach-Object Name").Output.Select(name => name.ToString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("@{ a = 1, 2; }", "a=1&a=2")]
    [InlineData("@{ a = $true }", "a=true")]
    [InlineData("@{ a = 'b&c d' }", "a=b%26c%20d")]
    [InlineData("@{ a = [datetime]::SpecifyKind('2026-01-02T03:04:05', 'Utc') }", "a=2026-01-02T03%3A04%3A05.000Z")]
    [InlineData("@{ a = 1.5 }", "a=1.5")]
    public async Task A_query_is_escaped_and_the_same_in_every_culture(string query, string sent)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var session = Connect(server);
        session.Run($"[cultureinfo]::CurrentCulture = 'de-DE'; Invoke-PsRestMethod things -Query {query}").Succeeded();
        Assert.Equal(sent, server.Request.Query);
    }

    [Theory]
    [InlineData("Invoke-PsRestMethod things -Query @{ a = $misspelt }", "field 'a' of -Query")]
    [InlineData("Invoke-PsRestMethod things -Query @{ a = @{} }", "field 'a' of -Query")]
    [InlineData("Invoke-PsRestMethod things -Query $misspelt", "-Query was given nothing")]
    [InlineData("Invoke-PsRestMethod things -Method Post -Body $misspelt", "-Body was given nothing")]
    [InlineData("Invoke-PsRestMethod things -Method Post -Body ''", "-Body was given nothing")]
    [InlineData("Invoke-PsRestMethod things -Body @{}", "A Get request cannot have a body")]
    [InlineData("Invoke-PsRestMethod things -Method Delete -FollowPages", "-FollowPages")]
    [InlineData("Invoke-PsRestMethod things -Method Post -Body @{ a = [timespan]::Zero }", "TimeSpan at 'a'")]
    [InlineData("$a = @{}; $a.a = $a; Invoke-PsRestMethod things -Method Post -Body $a", "nested deeper")]
    [InlineData("Invoke-PsRestMethod https://example.org/machines", "is an absolute address")]
    [InlineData("Invoke-PsRestMethod ../machines", "has a segment that is empty")]
    [InlineData("Invoke-PsRestMethod machines?limit=1", "Specify its fields with Query")]
    [InlineData(
        "[Paperspace.Machine] @{ Id = 'psaaa' } | Invoke-PsRestMethod -Method Delete",
        "A Machine was given where a path was expected")]
    public async Task An_invalid_combination_is_an_error_and_sends_nothing(string script, string message)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("{}"));
        using var session = Connect(server);
        var outcome = session.Run(script);
        Assert.Contains(message, outcome.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("Post")]
    [InlineData("Put")]
    [InlineData("Patch")]
    [InlineData("Delete")]
    public async Task WhatIf_sends_only_reads(string method)
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"id":"1"}"""));
        using var session = Connect(server);
        Assert.Empty(session.Run($"Invoke-PsRestMethod things/1 -Method {method} -WhatIf").Succeeded().Output);
        Assert.Empty(server.Requests);
        Assert.Single(session.Run("Invoke-PsRestMethod things/1 -WhatIf").Succeeded().Output);
        Assert.Single(session.Run($"Invoke-PsRestMethod things/1 -Method {method}").Succeeded().Output);
        Assert.Equal(["GET", method.ToUpperInvariant()], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_failing_path_does_not_stop_the_others()
    {
        await using var host = await StartAsync("V1");
        var outcome = host.Run("'machines/psaaa', 'machines/psnone', 'a b', '', 'machines/psbbb' | Invoke-PsRestMethod -ThrottleLimit 1");
        Assert.Equal(["psaaa", "psbbb"], outcome.Output.Select(machine => (string)machine.Properties["id"].Value));
        Assert.Equal(
            ["MachineNotFound", "InvalidRequest", "InvalidRequest"],
            outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
        Assert.Equal("machines/psnone", outcome.Errors[0].TargetObject);
        Assert.DoesNotContain("There is no machine", outcome.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Null(outcome.Terminating);
    }

    [Fact]
    public async Task A_failing_list_does_not_stop_the_others()
    {
        await using var host = await StartAsync("V1");
        var outcome = host.Run("Invoke-PsRestMethod nothing, machines, machines/psaaa -FollowPages");
        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal(["NotFound", "InvalidResponse"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]));
    }

    [Fact]
    public async Task Fields_with_unusual_names_are_kept()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"a":1,"A":{"":2,"b":[{"c":"2026-01-02T03:04:05.1Z"}]}}"""));
        using var session = Connect(server);
        var all = session.Run("Invoke-PsRestMethod things").Succeeded().Single<OrderedDictionary>();
        Assert.Equal(["a", "A"], all.Keys.Cast<string>());
        Assert.Equal(2L, Assert.IsType<OrderedDictionary>(all["A"])[""]);
    }

    [Theory]
    [InlineData("[[1,2],[3]]", 2)]
    [InlineData("[]", 0)]
    [InlineData("null", 0)]
    [InlineData("\"HEALTHY\"", 1)]
    [InlineData("0", 1)]
    [InlineData("[null]", 1)]
    [InlineData("{}", 1)]
    public async Task A_list_emits_its_items(string body, int count)
    {
        await using var server = ScriptedServer.Replying(Reply.Json(body));
        using var session = Connect(server);
        Assert.Equal(count, session.Run("Invoke-PsRestMethod things").Succeeded().Output.Count);
    }

    [Fact]
    public async Task A_change_that_may_have_happened_is_reported_however_the_pipeline_ends()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"data":{"id":"th1"}}"""));
        using var session = Connect(server);
        var outcome = session.Run("Invoke-PsRestMethod things/a, things/b -Method Post -ThrottleLimit 2 | ForEach-Object { throw 'over' }");
        Assert.NotNull(outcome.Terminating);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains("Send POST request was accepted for ", warning, StringComparison.Ordinal);
        Assert.Contains("th1 (things/", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_are_sent_but_never_shown()
    {
        const string Secret = "v4lue-of-mine";
        await using var server = ScriptedServer.Replying(Reply.Json($$"""{"message":"No {{Secret}}.","code":"BAD_REQUEST"}""", 400));
        using var session = Connect(server);
        session.Set("text", Secret);
        var outcome = session.Run(
            """
            $secret = [securestring]::new(); $text.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
            $VerbosePreference = 'Continue'; $DebugPreference = 'Continue'
            Invoke-PsRestMethod teams/te1/secrets -Method Post -Body @{ name = 'A'; value = $secret }
            """);
        Assert.Contains(Secret, server.Request.Body, StringComparison.Ordinal);
        string[] shown = [.. outcome.Verbose, .. outcome.Debug, outcome.Error.ToString(), outcome.Error.Exception.ToString()];
        Assert.Contains(shown, text => text.Contains("***", StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(Secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_requested_password_is_returned_and_in_no_stream()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"vnc":{"password":"Pa55-of-vnc"}}"""));
        using var session = Connect(server);
        var outcome = session.Run(
            "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; (Invoke-PsRestMethod machines/psaaa/desktop).vnc.password");
        Assert.Equal("Pa55-of-vnc", outcome.Single<string>());
        Assert.All(outcome.Verbose.Concat(outcome.Debug), text => Assert.DoesNotContain("Pa55-of-vnc", text, StringComparison.Ordinal));
    }

    private static Task<SimulatedHost> StartAsync(string api) =>
        api == "V1" ? SimulatedHost.StartV1Async(Two) : SimulatedHost.StartAsync(Two);

    private static Session Connect(ScriptedServer server)
    {
        var session = new Session();
        session.Run($"Connect-PsAccount -ApiKey key-of-mine -BaseUri {server.BaseUri}v1 -MaximumRetryCount 0").Succeeded();
        return session;
    }
}
