using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Scripts;

/// <summary>The cmdlets for scripts, on both APIs.</summary>
public sealed class ScriptCmdletTests : IDisposable
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("paperspace-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Apis.Both), MemberType = typeof(Apis))]
    public async Task Scripts_are_created_read_and_deleted_by_name(string api)
    {
        await using var host = await StartAsync(api);
        var created = host.Run("New-PsScript boot 'echo hi' -RunOnce; New-PsScript -Name 'set up' -Text 'echo ho'")
            .Succeeded()
            .All<Script>();
        Assert.Equal([("boot", true), ("set up", false)], created.Select(script => (script.Name, script.IsRunOnce == true)));
        Assert.Equal(["boot", "set up"], Names(host.Run("Get-PsScript")));
        Assert.Equal(["boot"], Names(host.Run("Get-PsScript B*")));
        Assert.Equal(["boot"], Names(host.Run($"Get-PsScript -Id {created[0].Id}")));
        Assert.Equal(["boot"], Names(host.Run($"'{created[0].Id}' | Get-PsScript")));
        Assert.Equal(["boot", "set up"], Names(host.Run("Get-PsScript | Get-PsScript")));
        Assert.Equal(["boot"], Names(host.Run($"{Apis.Deserialize("Get-PsScript boot")} | Get-PsScript")));
        Assert.Equal("set up", host.Run("Remove-PsScript 'set up' -PassThru -Confirm:$false").Succeeded().Single<Script>().Name);
        host.Run("Get-PsScript boot | Remove-PsScript -Confirm:$false").Succeeded();
        Assert.Empty(host.Run("Get-PsScript").Succeeded().Output);
        var error = Assert.Single(host.Run("Get-PsScript boot").Errors);
        Assert.Equal("There is no script 'boot'. The account has no scripts.", error.Exception.Message);
    }

    [Theory]
    [MemberData(nameof(Apis.Both), MemberType = typeof(Apis))]
    public async Task The_lines_of_the_pipeline_are_one_script(string api)
    {
        await using var host = await StartAsync(api);
        host.Run("'#!/bin/sh', '', 'echo h\u00e9' | New-PsScript -Name lines; \"#!/bin/sh`necho`n\" | New-PsScript raw").Succeeded();
        Assert.Equal(["#!/bin/sh\n\necho h\u00e9", "#!/bin/sh\necho\n"], Texts(host));
    }

    [Theory]
    [MemberData(nameof(Apis.Both), MemberType = typeof(Apis))]
    public async Task Each_file_becomes_a_script_with_the_name_of_the_file(string api)
    {
        Write("a.sh", "echo a\n");
        Write("b[1].sh", "echo b\n");
        await using var host = await StartAsync(api);
        host.Session.Set("folder", _folder.FullName);
        host.Run("[IO.DirectoryInfo]::new($folder).GetFiles() | New-PsScript").Succeeded();
        host.Run("[IO.FileInfo] \"$folder/a.sh\" | New-PsScript -Name { \"x-$($_.Name)\" }").Succeeded();
        host.Run("New-PsScript -Path \"$folder/*.sh\" -Name all").Succeeded();
        host.Run("New-PsScript -LiteralPath \"$folder/b[1].sh\"").Succeeded();
        Assert.Equal(["a", "all", "all", "b[1]", "b[1]", "x-a.sh"], Names(host.Run("Get-PsScript")));
        Assert.Equal(["echo a\n", "echo a\n", "echo a\n", "echo b\n", "echo b\n", "echo b\n"], Texts(host).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis.Both), MemberType = typeof(Apis))]
    public async Task Each_row_becomes_a_script(string api)
    {
        await using var host = await StartAsync(api);
        host.Run(
                "[pscustomobject] @{ Name = 'r1'; Text = 'echo 1'; RunOnce = 'True' }, [pscustomobject] @{ Name = 'r2'; ScriptText = "
                    + "'echo 2'; RunOnce = '' } | New-PsScript")
            .Succeeded();
        var scripts = host.Run("Get-PsScript r*").Succeeded().All<Script>().OrderBy(script => script.Name, StringComparer.Ordinal);
        Assert.Equal([("r1", true), ("r2", false)], scripts.Select(script => (script.Name, script.IsRunOnce == true)));
        Assert.Equal(["echo 1", "echo 2"], Texts(host).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_read_correctly()
    {
        var file = Path.Combine(_folder.FullName, "wide.sh");
        await File.WriteAllTextAsync(file, "echo h\u00e9", System.Text.Encoding.Unicode, TestContext.Current.CancellationToken);
        await using var host = await StartAsync("V1");
        host.Run($"New-PsScript -Path '{file}'").Succeeded();
        Assert.Equal(["echo h\u00e9"], Texts(host));
    }

    [Fact]
    public async Task The_text_is_returned_on_request_on_Core_and_never_on_V1()
    {
        await using var core = await StartAsync("Core");
        core.Run("New-PsScript a 'echo a'; New-PsScript b 'echo b'").Succeeded();
        Assert.Equal(
            ["echo a", "echo b"],
            core.Run("Get-PsScript -IncludeText").Succeeded().All<Script>().Select(script => script.Text).Order());
        Assert.Equal("echo b", core.Run("Get-PsScript b | Get-PsScript -IncludeText").Succeeded().Single<Script>().Text);
        Assert.Equal("echo b", core.Run("'b' | Get-PsScript -IncludeText -ThrottleLimit 1").Succeeded().Single<Script>().Text);
        Assert.Null(core.Run("Get-PsScript b").Succeeded().Single<Script>().Text);
        core.Paperspace.Inject(new SimulatedFault { Path = "getScriptText", Status = 500 });
        var outcome = core.Run("Get-PsScript -IncludeText -ThrottleLimit 1");
        Assert.Single(outcome.Errors);
        Assert.NotNull(outcome.Single<Script>().Text);

        await using var other = await StartAsync("V1");
        var error = other.Run("Get-PsScript -IncludeText").Error;
        Assert.StartsWith("NotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("does not return the text of a script", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(other.Lines());
    }

    [Fact]
    public async Task A_script_is_changed_on_V1()
    {
        var file = Write("new.sh", "echo new\n");
        await using var host = await StartAsync("V1");
        host.Run("New-PsScript boot 'echo hi'").Succeeded();
        var changed = host.Run("Set-PsScript boot -Name 'boot 2' -IsEnabled $false -RunOnce $true -PassThru").Succeeded().Single<Script>();
        Assert.Equal(("boot 2", false, true), (changed.Name, changed.IsEnabled, changed.IsRunOnce));
        host.Run($"Get-PsScript 'boot 2' | Set-PsScript -Path '{file}'").Succeeded();
        Assert.Equal("""{"script":"echo new\n"}""", host.Log[^1].Body);
        host.Run("Get-PsScript | Set-PsScript -Name { \"$($_.Name) old\" }").Succeeded();
        Assert.Equal(["boot 2 old"], Names(host.Run("Get-PsScript")));
        Assert.Contains(
            "Use one or the other",
            host.Run($"Set-PsScript 'boot 2 old' -Text x -Path '{file}'").Error.Exception.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "Nothing to change.",
            host.Run("Set-PsScript 'boot 2 old'").Error.Exception.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'a', 'b' | Set-PsScript -IsEnabled $false")]
    [InlineData("Set-PsScript a -Name b -WhatIf")]
    public async Task The_Core_API_reports_once_that_it_cannot_change_scripts(string command)
    {
        await using var host = await StartAsync("Core");
        Assert.StartsWith("NotSupported,", host.Run(command).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(host.Lines());
    }

    [Fact]
    public async Task Only_Core_supports_a_description_and_a_disabled_script()
    {
        await using var core = await StartAsync("Core");
        var script = core.Run("New-PsScript boot 'echo hi' -Description 'says hi' -IsEnabled $false").Succeeded().Single<Script>();
        Assert.Equal(("says hi", false), (script.Description, script.IsEnabled));
        await using var other = await StartAsync("V1");
        foreach (var parameter in new[] { "-Description d", "-IsEnabled $false" })
            Assert.StartsWith(
                "NotSupported,",
                other.Run($"New-PsScript boot 'echo hi' {parameter} -WhatIf").Error.FullyQualifiedErrorId,
                StringComparison.Ordinal);
        other.Run("New-PsScript boot 'echo hi' -IsEnabled $true").Succeeded();
    }

    [Theory]
    [InlineData("New-PsScript")]
    [InlineData("New-PsScript boot")]
    [InlineData("New-PsScript boot ''")]
    [InlineData("New-PsScript boot $null")]
    [InlineData("New-PsScript '' 'echo hi'")]
    [InlineData("New-PsScript $null 'echo hi'")]
    [InlineData("@() | New-PsScript boot")]
    [InlineData("$null | New-PsScript boot")]
    [InlineData("'' | New-PsScript boot")]
    [InlineData("'echo hi' | New-PsScript")]
    [InlineData("'echo hi' | New-PsScript boot -Text x")]
    [InlineData("[datetime]::Now | New-PsScript boot")]
    [InlineData("New-PsScript boot ('x' * 16385)")]
    [InlineData("New-PsScript -Path ./none.sh")]
    [InlineData("New-PsScript -Path ./none*.sh")]
    [InlineData("New-PsScript -LiteralPath ./none.sh")]
    [InlineData("New-PsScript -Path Env:PATH")]
    [InlineData("New-PsScript -Path ''")]
    [InlineData("Set-PsScript boot ''")]
    [InlineData("Set-PsScript $null -Name x")]
    [InlineData("Remove-PsScript $null -Confirm:$false")]
    [InlineData("Get-PsScript $null")]
    [InlineData("$null | Get-PsScript")]
    public async Task Missing_or_excess_input_is_rejected_before_a_request(string command)
    {
        foreach (var api in new[] { "Core", "V1" })
        {
            await using var host = await StartAsync(api);
            var outcome = host.Run(command);
            Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null);
            Assert.Empty(outcome.Output);
            Assert.Empty(host.Lines());
        }
    }

    [Theory]
    [InlineData("New-PsScript boot 'echo hi' -WhatIf")]
    [InlineData("'echo', 'hi' | New-PsScript boot -WhatIf")]
    [InlineData("Set-PsScript kept -Name x -WhatIf")]
    [InlineData("Remove-PsScript kept -WhatIf")]
    public async Task WhatIf_changes_nothing(string command)
    {
        await using var host = await StartAsync("V1");
        host.Run("New-PsScript kept 'echo hi'").Succeeded();
        Assert.Empty(host.Run(command).Succeeded().Output);
        Assert.Single(host.Log, request => request.Method != "GET");
    }

    [Fact]
    public async Task Windows_line_endings_are_a_warning()
    {
        var file = Write("dos.sh", "#!/bin/bash\r\necho hi\r\n");
        await using var host = await StartAsync("V1");
        Assert.Contains(
            "carriage return",
            Assert.Single(host.Run($"New-PsScript -Path '{file}'").Succeeded().Warnings),
            StringComparison.Ordinal);
        Assert.Empty(host.Run($"[IO.File]::ReadAllLines('{file}') | New-PsScript lines").Succeeded().Warnings);
    }

    [Fact]
    public async Task An_interrupted_command_reports_what_was_created()
    {
        foreach (var name in new[] { "a", "b", "c" }) Write($"{name}.sh", "echo");
        await using var host = await StartAsync("V1");
        host.Session.Set("folder", _folder.FullName);
        var outcome = host.Run(
            "foreach ($i in 1) { [IO.DirectoryInfo]::new($folder).GetFiles() | New-PsScript | ForEach-Object { $_; break } }");
        var told = string.Join(" ", outcome.Warnings) + outcome.Single<Script>().Id;
        Assert.All(
            host.Run("Get-PsScript").Succeeded().All<Script>(),
            script => Assert.Contains(script.Id, told, StringComparison.Ordinal));
    }

    private static Task<SimulatedHost> StartAsync(string api) => Apis.StartAsync(api, Two);

    private static string?[] Names(Outcome outcome) =>
        [.. outcome.Succeeded().All<Script>().Select(script => script.Name).Order(StringComparer.Ordinal)];

    /// <summary>The texts as they were sent, in JSON or in a form.</summary>
    private static string[] Texts(SimulatedHost host) =>
        [
            .. from request in host.Log
            where request.Method == "POST"
            select request.Body.StartsWith('{')
                ? Field(request.Body)
                : request.Body[
                    (request.Body.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..request.Body.LastIndexOf(
                        "\r\n--",
                        StringComparison.Ordinal)
                ],
        ];

    private static string Field(string body)
    {
        var json = System.Text.Json.JsonDocument.Parse(body).RootElement;
        return (json.TryGetProperty("script", out var text) ? text : json.GetProperty("scriptText")).GetString()!;
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        File.WriteAllText(file, text);
        return file;
    }

    [Fact]
    public async Task The_name_of_the_file_suggests_the_script_that_was_created_from_it()
    {
        await using var host = await SimulatedHost.StartV1Async(new MachineSeed { Id = "psaaa", Name = "one" });
        host.Run("New-PsScript setup 'echo hi'").Succeeded();
        Assert.Contains("Did you mean 'setup'?", host.Run("Set-PsMachine psaaa -Script setup.sh").Error.ToString(), StringComparison.Ordinal);
    }
}
