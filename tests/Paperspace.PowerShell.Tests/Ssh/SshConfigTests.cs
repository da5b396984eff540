using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>The configuration file of ssh.</summary>
public sealed class SshConfigTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly MachineSeed[] Seeds =
    [
        new() { Id = "psconf1", Name = "train-1", AssignPublicIp = true },
        new() { Id = "psconf2", Name = "my *machine*\n", AssignPublicIp = true },
        new() { Id = "psconf3", Name = "twin", AssignPublicIp = true },
        new() { Id = "psconf4", Name = "twin", AssignPublicIp = true },
        new() { Id = "psconf5", Name = "no-address" },
    ];

    [Fact]
    public async Task Each_machine_with_an_address_has_an_entry_that_ssh_reads()
    {
        SshServer.RequireClient();
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Seeds);
        using var folder = new TemporaryFolder();
        host.Session.Set("path", folder.In("config"));
        var outcome = host.Run("Export-PsSshConfig $path -UserName ada -Port 2222 -SshOption 'ForwardAgent=yes'").Succeeded();
        Assert.Equal(2, outcome.Warnings.Count);
        Assert.Contains("psconf5 (no-address)", outcome.Warnings[0], StringComparison.Ordinal);
        Assert.Contains($"Include {folder.In("config")}", outcome.Warnings[1], StringComparison.Ordinal);
        var address = host.Run("(Get-PsMachine psconf1).PublicIpAddress").Single<string>();
        foreach (var name in new[] { "train-1", "psconf1" })
        {
            var lines = (await SshServer.RunAsync("ssh", "-G", "-F", folder.In("config"), name)).Split('\n');
            Assert.Contains($"hostname {address}", lines);
            Assert.Contains("user ada", lines);
            Assert.Contains("port 2222", lines);
            Assert.Contains("hostkeyalias psconf1", lines);
            Assert.Contains("forwardagent yes", lines);
        }

        var text = File.ReadAllText(folder.In("config"));
        Assert.Contains("Host my--machine- psconf2\n", text, StringComparison.Ordinal);
        Assert.Contains("Host psconf3\n", text, StringComparison.Ordinal);
        Assert.Contains("Host psconf4\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("twin", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_modules_block_is_replaced_through_links_and_with_the_file_mode_kept()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Seeds);
        using var folder = new TemporaryFolder();
        var real = folder.Write("real", "Host other\n    User me\n");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        File.CreateSymbolicLink(folder.In("config"), real);
        host.Session.Set("path", folder.In("config"));
        host.Run("Get-PsMachine psconf1 | Export-PsSshConfig $path").Succeeded();
        File.AppendAllText(real, "Host last\n");
        host.Run("Get-PsMachine psconf3 | Export-PsSshConfig $path").Succeeded();
        var text = File.ReadAllText(real);
        Assert.StartsWith("Host other\n    User me\n# BEGIN", text, StringComparison.Ordinal);
        Assert.EndsWith("# END Paperspace machines\nHost last\n", text, StringComparison.Ordinal);
        Assert.Contains("HostKeyAlias psconf3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("psconf1", text, StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(folder.In("config")).LinkTarget);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(real));
        Assert.Equal(["config", "real"], Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void An_unterminated_block_or_an_empty_pipeline_leaves_the_file_unchanged()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Seeds);
        using var folder = new TemporaryFolder();
        const string Broken = "# BEGIN Paperspace machines\nHost mine\n";
        host.Session.Set("path", folder.Write("config", Broken));
        Assert.StartsWith("FileNotWritten,", host.Run("Export-PsSshConfig $path").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        host.Run("@() | Export-PsSshConfig $path").Succeeded();
        host.Run("Export-PsSshConfig $path -WhatIf").Succeeded();
        Assert.Equal(Broken, File.ReadAllText(folder.In("config")));
    }
}
