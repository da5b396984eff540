using System.Text.RegularExpressions;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Keys that new machines get.</summary>
public abstract class SshPublicKeyTests(SshServer server, PaperspaceApiVersion api) : IClassFixture<SshServer>
{
    private const string Create = "New-PsMachine new-1 -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 ";

    [Fact]
    public async Task The_keys_are_added_by_a_script_that_runs_once_and_is_deleted()
    {
        using var host = new SshHost(server, api);
        string? text = null;
        host.Hook = async (request, send, token) =>
        {
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.Contains("script", StringComparison.OrdinalIgnoreCase)
                && request.Content is not null && !request.RequestUri.AbsolutePath.Contains("destroy", StringComparison.Ordinal))
                text ??= await request.Content.ReadAsStringAsync(token);
            return await send();
        };
        host.Session.Set("key", server.Key + ".pub");
        host.Session.Set("text", "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJZ2b3cBTVZ0bWJcVXhqVG9nbWx1b2x1bWx1bG9sdW1s it's $(touch pwned) key");
        Assert.Equal("new-1", host.Run(Create + "-SshPublicKey $key, $text").Succeeded().Single<Machine>().Name);
        Assert.Empty(host.Run("Get-PsScript").Succeeded().Output);
        Assert.NotNull(text);
        var script = Regex.Unescape(Regex.Match(text, "#!/bin/sh.*?(?=\",|\"})", RegexOptions.Singleline).Value);
        if (script.Length == 0) return;
        await RunTwiceAsync(script);
    }

    [Theory]
    [InlineData("-SshPublicKey $key -ScriptId scq8d2m1x", "has only one")]
    [InlineData("-SshPublicKey $key -StartOnCreate:$false", "when the machine starts")]
    [InlineData("-SshPublicKey $private", "is a private key")]
    [InlineData("-SshPublicKey /no/such/file", "neither a public key nor a file")]
    [InlineData("-SshPublicKey /etc/passwd", "does not contain public keys")]
    [InlineData("-SshPublicKey 'ssh-ed25519 AAAA'", "neither a public key nor a file")]
    public void An_invalid_key_is_rejected_before_anything_is_created(string parameters, string message)
    {
        using var host = new SshHost(server, api);
        host.Session.Set("key", server.Key + ".pub");
        host.Session.Set("private", server.Key);
        var error = host.Run(Create + parameters).Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Simulator.Log, request => request.Method == "POST");
    }

    [Fact]
    public void A_machine_that_is_not_created_leaves_no_script()
    {
        using var host = new SshHost(server, api);
        host.Simulator.FailNextStart("new-1");
        host.Session.Set("key", server.Key + ".pub");
        Assert.NotEmpty(host.Run(Create + "-SshPublicKey $key").Errors);
        Assert.Empty(host.Run("Get-PsScript").Succeeded().Output);
    }

    [Fact]
    public async Task Ctrl_C_keeps_the_script_of_a_machine_that_is_created_and_says_how_to_remove_both()
    {
        var screen = new RecordingHost(2000);
        using var host = new SshHost(server, api, screen, 1);
        host.Session.Set("key", server.Key + ".pub");
        using var shell = host.Start(Create + "-SshPublicKey $key");
        var running = shell.BeginInvoke();
        // The first request after the create waits for the machine.
        await Eventually.IsTrueAsync(() => host.Simulator.Log
            .SkipWhile(request => request.Method != "POST" || !request.Path.Contains("machine", StringComparison.OrdinalIgnoreCase))
            .Skip(1)
            .Any());
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.ThrowsAny<Exception>(() => shell.EndInvoke(running));
        var script = host.Run("Get-PsScript").Succeeded().Single<Script>().Id;
        var machine = host.Run("Get-PsMachine").Succeeded().Single<Machine>();
        Assert.Contains($"{machine.Id} (new-1) may still start, and is billed", screen.Text, StringComparison.Ordinal);
        Assert.Contains($"Remove-PsMachine {machine.Id}; Remove-PsScript {script}", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_before_a_machine_is_created_deletes_the_script_and_says_so()
    {
        var screen = new RecordingHost(2000);
        using var host = new SshHost(server, api, screen, 1000);
        using var created = new SemaphoreSlim(0);
        host.Hook = async (request, send, token) =>
        {
            if (request.Method != HttpMethod.Post || !request.RequestUri!.AbsolutePath.Contains("script", StringComparison.OrdinalIgnoreCase)
                || request.RequestUri.AbsolutePath.Contains("destroy", StringComparison.OrdinalIgnoreCase)) return await send();
            var response = await send();
            created.Release();
            await Task.Delay(Timeout.Infinite, token).ContinueWith(static _ => { }, TaskScheduler.Default);
            return response;
        };
        host.Session.Set("key", server.Key + ".pub");
        using var shell = host.Start(Create + "-SshPublicKey $key");
        var running = shell.BeginInvoke();
        await Eventually.EndsAsync(created.WaitAsync());
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.ThrowsAny<Exception>(() => shell.EndInvoke(running));
        Assert.DoesNotContain(host.Simulator.Log, request => request.Method == "POST" && request.Path.EndsWith("machines", StringComparison.Ordinal));
        Assert.Contains("script", screen.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_wait_that_times_out_keeps_the_script_of_a_machine_that_is_being_created()
    {
        using var host = new SshHost(server, api, null, 1);
        host.Session.Set("key", server.Key + ".pub");
        var outcome = host.Run(Create + "-SshPublicKey $key -Timeout 0");
        Assert.StartsWith("WaitTimeout,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        var script = host.Run("Get-PsScript").Succeeded().Single<Script>().Id;
        Assert.Contains(outcome.Warnings, warning => warning.Contains($"Remove-PsScript {script}", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_that_ends_the_command_keeps_the_script_of_a_machine_that_is_being_created()
    {
        using var host = new SshHost(server, api, null, 1);
        host.Session.Set("key", server.Key + ".pub");
        var outcome = host.Run(Create + "-SshPublicKey $key -Timeout 0 -ErrorAction Stop");
        Assert.NotEmpty(host.Run("Get-PsScript").Succeeded().Output);
        Assert.Contains("billed", string.Join("\n", outcome.Warnings.Concat(outcome.Errors.Select(error => error.ToString()))), StringComparison.Ordinal);
    }

    /// <summary>Runs the script as a machine would, with a home of the test's.</summary>
    private static async Task RunTwiceAsync(string script)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("bin"));
        Directory.CreateDirectory(folder.In("home", ".ssh"));
        File.WriteAllText(folder.In("home", ".ssh", "authorized_keys"), "ssh-rsa AAAA without an end");
        foreach (var (name, text) in new[] { ("getent", $"echo paperspace:x:1:1::{folder.In("home")}:/bin/bash"), ("chown", "exit 0") })
        {
            folder.Write("bin/" + name, $"#!/bin/sh\n{text}\n");
            File.SetUnixFileMode(folder.In("bin", name), (UnixFileMode)0x1ED);
        }

        var file = folder.Write("script.sh", script);
        for (var i = 0; i < 2; i++) await SshServer.RunAsync("/bin/sh", "-c", "PATH=\"$0:/usr/bin:/bin\" exec /bin/sh \"$1\"", folder.In("bin"), file);
        var lines = File.ReadAllLines(folder.In("home", ".ssh", "authorized_keys"));
        Assert.Equal(3, lines.Length);
        Assert.Equal("ssh-rsa AAAA without an end", lines[0]);
        Assert.EndsWith("it's $(touch pwned) key", lines[2], StringComparison.Ordinal);
    }
}

public sealed class CoreSshPublicKeyTests(SshServer server) : SshPublicKeyTests(server, PaperspaceApiVersion.Core);

public sealed class V1SshPublicKeyTests(SshServer server) : SshPublicKeyTests(server, PaperspaceApiVersion.V1);
