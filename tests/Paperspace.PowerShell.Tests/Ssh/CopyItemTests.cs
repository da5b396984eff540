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

    [Theory]
    [InlineData("pscopy1")]
    [InlineData("pscopy1, pscopy2")]
    public void A_missing_destination_becomes_a_folder_and_a_file_in_the_way_is_an_error(string machines)
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        server.Write("fetched.txt", "result");
        host.Session.Set("new", folder.In("new"));
        host.Session.Set("taken", folder.Write("taken", "precious"));
        host.Run($"Copy-PsMachineItem '{server.Home}/fetched.txt' $new -FromMachine {machines} @ssh").Succeeded();
        Assert.Equal(machines.Split(',').Length, Directory.GetFiles(folder.In("new"), "fetched.txt", SearchOption.AllDirectories).Length);
        var outcome = host.Run($"Copy-PsMachineItem '{server.Home}/fetched.txt' $taken -FromMachine {machines} @ssh");
        Assert.All(outcome.Errors, error => Assert.StartsWith("CopyFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.NotEmpty(outcome.Errors);
        Assert.Equal("precious", File.ReadAllText(folder.In("taken")));
    }

    [Theory]
    [InlineData("./train.py train-1:project", "Copy-PsMachineItem ./train.py project -ToMachine train-1")]
    [InlineData("train-1:out.txt ./results", "Copy-PsMachineItem out.txt ./results -FromMachine train-1")]
    [InlineData("./a.txt ./b.txt", "Specify the machine with -ToMachine or -FromMachine.")]
    public void The_notation_of_scp_is_explained(string arguments, string hint)
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        var error = host.Run("Copy-PsMachineItem " + arguments).Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(hint, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_a_machine_without_Recurse_is_an_error_that_names_it()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(server.Home, "a-folder"));
        host.Session.Set("back", folder.Path);
        var error = host.Run($"Copy-PsMachineItem '{server.Home}/a-folder' $back -FromMachine pscopy1 @ssh").Error;
        Assert.Contains("Use -Recurse", error.ToString(), StringComparison.Ordinal);
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
