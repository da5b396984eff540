using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Shells on machines, in the real PowerShell: ssh has its terminal.</summary>
public sealed class EnterTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly MachineSeed[] Seeds = [new() { Id = "psenter1", Name = "enter-1" }, new() { Id = "psenter2", Name = "off-1", State = "off" }];

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public async Task A_shell_starts_the_machine_keeps_its_exit_code_and_stops_the_machine(PaperspaceApiVersion api)
    {
        SshServer.Require();
        var simulator = new SimulatedPaperspace(new SimulatorOptions { Seeds = Seeds, Speed = 1000, ApiKeys = ["key"], LogCapacity = 1000 });
        await using var account = await SimulatorServer.StartAsync(simulator);
        using var folder = new TemporaryFolder();
        var script = folder.Write(
            "enter.ps1",
            $$"""
            $ErrorActionPreference = 'Stop'
            Import-Module '{{RepositoryPaths.Manifest}}'
            Connect-PsAccount -ApiKey key -ApiVersion {{api}} -BaseUri '{{(api == PaperspaceApiVersion.V1 ? account.V1BaseUri : account.BaseUri)}}'
            $ssh = @{ HostName = '127.0.0.1'; Port = {{server.Port}}; UserName = '{{SshServer.UserName}}'; IdentityFile = '{{server.Key}}'
                SshOption = 'UserKnownHostsFile={{server.KnownHosts}}', 'GlobalKnownHostsFile=/dev/null', 'IdentitiesOnly=yes' }
            Enter-PsMachine psenter2 -Start -StopOnExit @ssh
            "exit code $LASTEXITCODE, machine $((Get-PsMachine -Id psenter2).State)"
            """);
        var result = await ChildProcess.RunAsync(
            RepositoryPaths.PowerShellAssembly,
            ["-NoProfile", "-NonInteractive", "-File", script],
            "echo on $((6 * 7))\nexit 6\n");
        Assert.Contains("on 42", result.Output, StringComparison.Ordinal);
        Assert.Contains("exit code 6, machine off", result.Output, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void WhatIf_shows_the_command_line_and_starts_nothing()
    {
        var screen = new RecordingHost(400);
        using var host = new SshHost(server, PaperspaceApiVersion.V1, screen, 1000, Seeds);
        host.Run("Enter-PsMachine psenter1 -WhatIf @ssh; Enter-PsMachine psenter2 -Start -WhatIf @ssh").Succeeded();
        Assert.Contains("HostKeyAlias=psenter1", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Start if off, and run ssh", screen.Text, StringComparison.Ordinal);
        Assert.Equal("off", host.StateOf("psenter2"));
    }

    [Fact]
    public void A_machine_that_is_off_or_does_not_respond_is_an_error()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Seeds);
        Assert.Contains("Use -Start", host.Run("Enter-PsMachine psenter2 @ssh").Error.ToString(), StringComparison.Ordinal);
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        host.Session.Set("ssh", host.Parameters(((System.Net.IPEndPoint)other.LocalEndpoint).Port));
        var error = host.Run("Enter-PsMachine psenter1 -ConnectTimeout 1 @ssh").Error;
        Assert.StartsWith("MachineUnreachable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("accepts connections, but sends nothing", error.ToString(), StringComparison.Ordinal);
    }
}

/// <summary>Computers without ssh.</summary>
[Collection(Surroundings.Name)]
public sealed class MissingSshTests(SshServer server) : IClassFixture<SshServer>
{
    [Theory]
    [InlineData("Invoke-PsMachineCommand psnossh1 id")]
    [InlineData("Get-PsMachineActivity psnossh1")]
    [InlineData("Enter-PsMachine psnossh1")]
    public void Without_ssh_the_error_says_what_to_install(string command)
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, new MachineSeed { Id = "psnossh1", Name = "nossh-1" });
        using var scope = new EnvironmentScope(("PATH", "/no/such/folder"));
        var error = host.Run(command + " @ssh").Error;
        Assert.StartsWith("SshNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("openssh-client", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }
}
