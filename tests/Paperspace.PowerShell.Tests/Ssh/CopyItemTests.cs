using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Files that are copied to and from machines.</summary>
public sealed class CopyItemTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly MachineSeed[] Ready =
        [new() { Id = "pscopy1", Name = "copy-1" }, new() { Id = "pscopy2", Name = "copy-2" }, new() { Id = "pscopy3", Name = "../copy" }];

    [Theory]
    [MemberData(nameof(InvokeCommandTests.HostileText), MemberType = typeof(InvokeCommandTests))]
    public void A_file_with_any_name_is_copied_both_ways(string name)
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        var remote = Directory.CreateDirectory(Path.Combine(server.Home, Guid.NewGuid().ToString("N"))).FullName;
        var file = name.Replace('/', '-');
        host.Session.Set("file", folder.Write(file, "content of " + name));
        host.Session.Set("remote", remote);
        host.Session.Set("back", Directory.CreateDirectory(folder.In("back")).FullName);
        host.Session.Set("name", file);
        host.Run(
            """
            Copy-PsMachineItem $file $remote -ToMachine pscopy1 @ssh
            Copy-PsMachineItem "$remote/$([WildcardPattern]::Escape($name))" $back -FromMachine pscopy1 @ssh
            """).Succeeded();
        Assert.Equal("content of " + name, File.ReadAllText(Path.Combine(remote, file)));
        Assert.Equal("content of " + name, File.ReadAllText(folder.In("back", file)));
    }

    [Fact]
    public void Folders_and_wildcards_are_copied()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("project", "deep er"));
        folder.Write("project/a.txt", "a");
        folder.Write("project/deep er/b.txt", "b");
        host.Session.Set("project", folder.In("project"));
        host.Session.Set("back", Directory.CreateDirectory(folder.In("back")).FullName);
        host.Run($"Copy-PsMachineItem $project '{server.Home}' -ToMachine pscopy1 -Recurse @ssh").Succeeded();
        Assert.Equal("b", File.ReadAllText(Path.Combine(server.Home, "project", "deep er", "b.txt")));
        host.Run($"Copy-PsMachineItem '{server.Home}/project/*' $back -FromMachine pscopy1 -Recurse @ssh").Succeeded();
        Assert.Equal(["a.txt", "deep er"], Directory.EnumerateFileSystemEntries(folder.In("back")).Select(Path.GetFileName).Order());
        var error = host.Run($"Copy-PsMachineItem $project '{server.Home}' -ToMachine pscopy1 @ssh").Error;
        Assert.Contains("Use -Recurse", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_machines_has_a_folder_and_no_name_escapes_the_destination()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        server.Write("result.txt", "result");
        host.Session.Set("back", folder.Path);
        host.Run($"Copy-PsMachineItem '{server.Home}/result.txt' $back -FromMachine pscopy1, pscopy2, pscopy3 @ssh").Succeeded();
        Assert.Equal(
            ["copy-1", "copy-2", "pscopy3"],
            Directory.EnumerateFiles(folder.Path, "result.txt", SearchOption.AllDirectories)
                .Select(file => Path.GetFileName(Path.GetDirectoryName(file))).Order());
    }

    [Fact]
    public void A_failed_copy_is_an_error_for_its_machine()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        host.Session.Set("back", folder.Path);
        var error = host.Run("Copy-PsMachineItem /no/such/file $back -FromMachine pscopy1 @ssh").Error;
        Assert.StartsWith("CopyFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("No such file", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("no file or folder", host.Run("Copy-PsMachineItem /no/such/file . -ToMachine pscopy1 @ssh").Error.ToString(), StringComparison.Ordinal);
        var denied = host.Run("$ssh.IdentityFile = $key; Copy-PsMachineItem /etc/hostname . -ToMachine pscopy1 @ssh".Replace("$key", $"'{server.OtherKey}'", StringComparison.Ordinal)).Error;
        Assert.StartsWith("SshAccessDenied,", denied.FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
