using System.Text;
using Paperspace.Simulator;
using Paperspace.Tests.Support;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Scripts;

/// <summary>Scripts on both APIs.</summary>
public sealed class ScriptClientTests
{
    /// <summary>Gets texts that are as long as may be.</summary>
    public static TheoryData<PaperspaceApiVersion, string> LongestTexts { get; } =
    [
        .. from api in Enum.GetValues<PaperspaceApiVersion>()
           from text in new[] { new string('x', 16 * 1024), new string('\u00e9', 8 * 1024) }
           select (api, text),
    ];

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task A_script_lives_from_create_to_delete(PaperspaceApiVersion api)
    {
        using var account = Account(api);
        var scripts = account.Client.Scripts;
        var created = await scripts.CreateAsync(
            new ScriptCreateOptions
            {
                Name = "b\u00f6\u00f6t",
                Text = "echo \"hi\"\n",
                IsRunOnce = true,
            },
            default);
        Assert.NotEmpty(created.Id);

        var listed = Assert.Single((await Pages.ReadAsync(scripts.List())).Items);
        var read = await scripts.GetAsync(created.Id, default);

        foreach (var script in new[] { created, listed, read })
            Assert.Equal(
                (created.Id, "b\u00f6\u00f6t", true, true, null),
                (script.Id, script.Name, script.IsEnabled, script.IsRunOnce, script.Text));
        Assert.Empty(read.AssignedMachineIds!);
        Assert.Equal(account.Clock.GetUtcNow(), read.DtCreated);
        Assert.Empty(read.AdditionalData);
        await scripts.DeleteAsync(created.Id, default);
        Assert.Empty((await Pages.ReadAsync(scripts.List())).Items);
        Assert.Equal(
            PaperspaceErrorReason.ResourceNotFound,
            (await Assert.ThrowsAsync<PaperspaceException>(() => scripts.GetAsync(created.Id, default))).Reason);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task A_script_lists_the_machines_that_were_created_with_it(PaperspaceApiVersion api)
    {
        using var account = Account(api);
        var script = await account.Client.Scripts.CreateAsync(new ScriptCreateOptions { Name = "boot", Text = "echo hi" }, default);
        var options = Requests.Smallest();
        options.ScriptId = script.Id;
        var machine = await account.Client.Machines.CreateAsync(options, WaitUntil.Started, default);

        Assert.Equal([machine.ResourceId], (await account.Client.Scripts.GetAsync(script.Id, default)).AssignedMachineIds!);
    }

    [Fact]
    public async Task Core_returns_the_text_the_owner_and_the_runs_of_a_script()
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        Assert.Equal("echo Hello, World!", await client.Scripts.GetTextAsync("sc123abc", default));
        var script = await client.Scripts.GetAsync("sc123abc", default);

        Assert.Equal(("user", "u456def", "original file: my_script.sh"), (script.OwnerType, script.OwnerId, script.Description));
        Assert.Equal(["ps123abc", "ps456def"], script.AssignedMachineIds!);
        Assert.Equal([new DateTimeOffset(2017, 7, 6, 12, 38, 17, 325, TimeSpan.Zero), null], script.Runs!.Select(run => run.DtLastRun));
        Assert.Equal(
            ["/scripts/getScriptText?scriptId=sc123abc", "/scripts/getScript?scriptId=sc123abc"],
            server.Requests.Select(request => request.Target));
    }

    [Fact]
    public async Task A_text_is_sent_to_Core_as_JSON()
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        await client.Scripts.CreateAsync(
            new ScriptCreateOptions
            {
                Name = "My Script",
                Text = "echo Hello, World!",
                Description = "A startup script",
                IsEnabled = true,
                IsRunOnce = false,
            },
            default);

        Assert.Equal(("POST", "/scripts/createScript"), (server.Request.Method, server.Request.Target));
        Assert.Equal(
            """{"scriptName":"My Script","scriptText":"echo Hello, World!","scriptDescription":"A startup script","isEnabled":true,"runOnce":false}""",
            server.Request.Body);
    }

    [Fact]
    public async Task A_file_is_sent_to_Core_as_a_form_with_the_other_fields_in_the_query()
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        await client.Scripts.CreateAsync(
            new ScriptCreateOptions
            {
                Name = "My Script",
                Text = "echo h\u00e9\n",
                FileName = "boot.sh",
                IsRunOnce = true,
            },
            default);

        Assert.Equal(("POST", "/scripts/createScript?scriptName=My%20Script&runOnce=true"), (server.Request.Method, server.Request.Target));
        Assert.StartsWith("multipart/form-data; boundary=", server.Request.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("name=\"file\"", server.Request.Body, StringComparison.Ordinal);
        Assert.Contains("filename=\"boot.sh\"", server.Request.Body, StringComparison.Ordinal);
        Assert.Contains("\r\n\r\necho h\u00e9\n\r\n--", server.Request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Core_keeps_the_text_of_a_file()
    {
        using var account = Account(PaperspaceApiVersion.Core);
        var script = await account.Client.Scripts.CreateAsync(
            new ScriptCreateOptions
            {
                Name = "boot",
                Text = "#!/bin/sh\necho \u00fc\n",
                FileName = "boot \u00fc.sh",
                Description = "d",
            },
            default);

        Assert.Equal("#!/bin/sh\necho \u00fc\n", await account.Client.Scripts.GetTextAsync(script.Id, default));
        Assert.Equal(("boot", "d"), (script.Name, script.Description));
    }

    [Fact]
    public async Task A_script_is_changed_assigned_and_unassigned_on_V1()
    {
        using var account = Account(PaperspaceApiVersion.V1);
        var scripts = account.Client.Scripts;
        var id = (await scripts.CreateAsync(new ScriptCreateOptions { Name = "boot", Text = "echo hi" }, default)).Id;

        Assert.Equal(["m0"], (await scripts.AssignAsync(id, "m0", default)).AssignedMachineIds!);
        Assert.Equal(["m0"], (await scripts.AssignAsync(id, "m0", default)).AssignedMachineIds!);
        Assert.Empty((await scripts.UnassignAsync(id, "m0", default)).AssignedMachineIds!);
        var changed = await scripts.UpdateAsync(
            id,
            new ScriptUpdateOptions
            {
                Name = "boot 2",
                IsEnabled = false,
                IsRunOnce = true,
            },
            default);
        Assert.Equal(("boot 2", false, true), (changed.Name, changed.IsEnabled, changed.IsRunOnce));
        Assert.Equal(
            PaperspaceErrorReason.MachineNotFound,
            (await Assert.ThrowsAsync<PaperspaceException>(() => scripts.AssignAsync(id, "psnone", default))).Reason);
    }

    [Theory]
    [MemberData(nameof(LongestTexts))]
    public async Task A_text_of_up_to_16_KB_is_sent(PaperspaceApiVersion api, string text)
    {
        using var account = Account(api);
        Assert.NotEmpty((await account.Client.Scripts.CreateAsync(new ScriptCreateOptions { Name = "long", Text = text }, default)).Id);
        account.Traffic.Forget();

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => account.Client.Scripts.CreateAsync(new ScriptCreateOptions { Name = "too long", Text = text + "x" }, default));

        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "Text"), (error.Reason, Assert.Single(error.Parameters)));
        Assert.Contains($"{Encoding.UTF8.GetByteCount(text) + 1} bytes", error.Message, StringComparison.Ordinal);
        Assert.Empty(account.Traffic.Exchanges);
    }

    [Theory]
    [InlineData(null, "echo", "Name")]
    [InlineData(" ", "echo", "Name")]
    [InlineData("boot", null, "Text")]
    [InlineData("boot", " \n", "Text")]
    public void A_script_needs_a_name_and_a_text(string? name, string? text, string parameter)
    {
        var error = Assert.Throws<PaperspaceException>(() => new ScriptCreateOptions { Name = name, Text = text }.Validate());

        Assert.Equal((PaperspaceErrorReason.InvalidRequest, parameter), (error.Reason, Assert.Single(error.Parameters)));
    }

    [Fact]
    public void An_update_needs_something_to_change()
    {
        Assert.Throws<PaperspaceException>(() => new ScriptUpdateOptions().Validate());
        Assert.Throws<PaperspaceException>(() => new ScriptUpdateOptions { Name = "" }.Validate());
        Assert.Throws<PaperspaceException>(() => new ScriptUpdateOptions { Text = "" }.Validate());
        Assert.Throws<PaperspaceException>(() => new ScriptUpdateOptions { IsEnabled = null }.Validate());
        new ScriptUpdateOptions { IsEnabled = false }.Validate();
    }

    [Fact]
    public void An_unsupported_operation_suggests_an_alternative()
    {
        using var core = Account(PaperspaceApiVersion.Core);
        using var other = Account(PaperspaceApiVersion.V1);

        Assert.Contains(
            "only when it creates the machine",
            Refused(() => core.Client.Scripts.Require(ResourceAction.Assign)),
            StringComparison.Ordinal);
        Assert.Contains(
            "cannot update scripts",
            Refused(() => core.Client.Scripts.Require(ResourceAction.Update)),
            StringComparison.Ordinal);
        Assert.Contains("does not return the text", Refused(() => other.Client.Scripts.Require(ResourceAction.Read)), StringComparison.Ordinal);
        Assert.Contains(
            "does not support Description",
            Refused(() => other.Client.Scripts.Validate(New(options => options.Description = "d"))),
            StringComparison.Ordinal);
        Assert.Contains(
            "disabled script",
            Refused(() => other.Client.Scripts.Validate(New(options => options.IsEnabled = false))),
            StringComparison.Ordinal);
        other.Client.Scripts.Validate(New(options => options.IsEnabled = true));
        core.Client.Scripts.Validate(New(options => (options.Description, options.IsEnabled) = ("d", false)));
        Assert.Empty(core.Traffic.Exchanges.Concat(other.Traffic.Exchanges));
    }

    [Fact]
    public async Task A_script_of_Core_is_created_for_a_machine()
    {
        await using var server = ScriptedServer.Replying(Reply.Json("""{"id":"sc1","machines":[{"machineId":"psec02yp2"}]}"""));
        using var core = TestClient.Of(server.BaseUri);
        using var other = TestClient.OfV1(server.BaseUri);
        var options = new ScriptCreateOptions { Name = "boot", Text = "echo hi", MachineId = "psec02yp2" };

        var script = await core.Scripts.CreateAsync(options, default);

        Assert.Contains("\"machineId\":\"psec02yp2\"", Assert.Single(server.Requests).Body, StringComparison.Ordinal);
        Assert.Equal(["psec02yp2"], script.AssignedMachineIds);
        // V1 assigns it once it is created.
        Assert.Null(Record.Exception(() => other.Scripts.Validate(options)));
    }

    [Fact]
    public async Task A_text_that_is_not_uploaded_yet_is_read_again()
    {
        var requests = 0;
        await using var server = ScriptedServer.Replying(_ => ++requests < 3
            ? Reply.Json("""{"error":{"status":404,"message":"script not uploaded - temporary"}}""", 404)
            : Reply.Json("\"echo hi\""));
        using var client = TestClient.Of(server.BaseUri);

        Assert.Equal("echo hi", await client.Scripts.GetTextAsync("sc1", default));
        Assert.Equal(3, requests);
    }

    [Fact]
    public async Task A_script_that_Cloudflare_blocks_is_explained()
    {
        await using var server = ScriptedServer.Replying(_ =>
            Reply.Text("<html><title>Attention Required! | Cloudflare</title></html>", "text/html", 403));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(
            () => client.Scripts.CreateAsync(new ScriptCreateOptions { Name = "boot", Text = "curl x | sh" }, default));

        Assert.Equal((PaperspaceErrorReason.RequestRejected, 403), (error.Reason, error.Status));
        Assert.Contains(
            "Cloudflare, in front of the API, blocks some scripts that look like attacks",
            error.Message,
            StringComparison.Ordinal);
        Assert.DoesNotContain("<html>", error.Message, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("#!/bin/bash\r\necho\r\n", true)]
    [InlineData("#!/bin/bash\necho\r\n", false)]
    [InlineData("#!/bin/bash\necho\n", false)]
    [InlineData("#!/bin/bash", false)]
    [InlineData("Write-Host\r\n", false)]
    public void A_first_line_that_Linux_cannot_run_is_found(string text, bool found) =>
        Assert.Equal(found, ScriptText.HasWindowsLineEnds(text));

    private static ScriptCreateOptions New(Action<ScriptCreateOptions> set)
    {
        var options = new ScriptCreateOptions { Name = "boot", Text = "echo hi" };
        set(options);
        return options;
    }

    private static string Refused(Action action)
    {
        var error = Assert.Throws<PaperspaceException>(action);
        Assert.Equal(PaperspaceErrorReason.NotSupported, error.Reason);
        return error.Message;
    }

    private static TestAccount Account(PaperspaceApiVersion api) => new(new SimulatorOptions { Seeds = TestAccount.Seeds("off") }, api);
}
