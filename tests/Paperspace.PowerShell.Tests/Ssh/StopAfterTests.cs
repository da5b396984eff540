using System.Management.Automation;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Machines that are started for a command and stopped after it, whatever ends it.</summary>
public abstract class StopAfterTests(SshServer server, PaperspaceApiVersion api) : IClassFixture<SshServer>
{
    private const string Id = "pshalt1";

    private static readonly MachineSeed Ready = new() { Id = Id, Name = "stop-1" };
    private static readonly MachineSeed Off = Ready with { State = "off" };

    [Fact]
    public void A_machine_is_started_runs_the_command_and_is_off_at_the_end()
    {
        using var host = new SshHost(server, api, Off);
        Assert.Equal("ran", host.Run($"Invoke-PsMachineCommand {Id} 'echo ran' -Start -StopAfter @ssh").Succeeded().Single<MachineOutput>().Line);
        Assert.Equal("off", host.StateOf(Id));
        Assert.Equal((1, 1), (host.Count("start", Id), host.Count("stop", Id)));
    }

    [Theory]
    [InlineData("exit 1", "CommandFailed")]
    [InlineData("kill -9 $(ps -o ppid= -p $PPID)", "ConnectionLost")]
    [InlineData("sleep 1000", "CommandTimeout")]
    public void A_machine_is_stopped_after_a_command_that_fails(string command, string error)
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run($"Invoke-PsMachineCommand {Id} '{command}' -StopAfter -Timeout 3 @ssh");
        Assert.StartsWith(error + ",", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("off", host.StateOf(Id));
    }

    [Fact]
    public void A_machine_that_cannot_be_connected_to_is_stopped()
    {
        using var host = new SshHost(server, api, Off);
        var outcome = host.Run($"$ssh.IdentityFile = '{server.OtherKey}'; Invoke-PsMachineCommand {Id} id -Start -StopAfter -ConnectTimeout 1 @ssh");
        Assert.StartsWith("SshAccessDenied,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("off", host.StateOf(Id));
    }

    [Theory]
    [InlineData("foreach ($once in 1) { COMMAND | ForEach-Object { $_; break } }")]
    [InlineData("COMMAND | ForEach-Object { $_; throw 'downstream' }")]
    [InlineData("COMMAND | Invoke-PsRestMethod -Method Get -Path no/such/path -ErrorAction Stop")]
    public async Task A_machine_is_stopped_when_the_pipeline_is_interrupted(string script)
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            script.Replace(
                "COMMAND",
                $"Invoke-PsMachineCommand {Id} 'echo $$; while true; do echo more; sleep 0.01; done' -StopAfter @ssh",
                StringComparison.Ordinal));
        Assert.Equal(1, host.Count("stop", Id));
        Assert.Contains(outcome.Warnings, warning => warning.Contains($"Machine {Id} (stop-1) is being stopped.", StringComparison.Ordinal));
        await Eventually.IsTrueAsync(() => host.StateOf(Id) == "off");
    }

    [Fact]
    public async Task Ctrl_C_during_the_command_ends_it_and_stops_the_machine()
    {
        var screen = new RecordingHost();
        using var host = new SshHost(server, api, screen, 1000, Ready);
        using var output = new PSDataCollection<PSObject>();
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} 'echo $$; sleep 1000' -StopAfter @ssh");
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        await Eventually.IsTrueAsync(() => output.Count > 0);
        var processId = ((MachineOutput)output[0].BaseObject).Line;
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(1, host.Count("stop", Id));
        Assert.Contains($"Machine {Id} (stop-1) is being stopped.", screen.Text, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => InvokeCommandTests.HasEnded(processId));
        await Eventually.IsTrueAsync(() => host.StateOf(Id) == "off");
    }

    [Fact]
    public async Task Ctrl_C_during_the_start_stops_the_machine_as_soon_as_possible()
    {
        var screen = new RecordingHost();
        // A start takes half a second.
        using var host = new SshHost(server, api, screen, 50, Off);
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} 'touch ~/ran' -Start -StopAfter @ssh");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => host.Count("start", Id) > 0);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains($"Machine {Id} (stop-1) is being stopped.", screen.Text, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => host.StateOf(Id) == "off");
        Assert.False(File.Exists(Path.Combine(server.Home, "ran")));
    }

    [Fact]
    public async Task Ctrl_C_while_the_port_does_not_respond_stops_a_machine_that_the_command_started()
    {
        using var host = new SshHost(server, api, Off);
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        host.Session.Set("ssh", host.Parameters(((System.Net.IPEndPoint)silent.LocalEndpoint).Port));
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} id -Start -StopAfter -ConnectTimeout 1000 @ssh");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(silent.Pending);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        await Eventually.IsTrueAsync(() => host.StateOf(Id) == "off");
    }

    [Fact]
    public async Task Ctrl_C_before_anything_ran_leaves_a_machine_running_that_was_running_before()
    {
        var screen = new RecordingHost(1000);
        using var host = new SshHost(server, api, screen, 1000, Ready);
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        host.Session.Set("ssh", host.Parameters(((System.Net.IPEndPoint)silent.LocalEndpoint).Port));
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} id -StopAfter -ConnectTimeout 1000 @ssh");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(silent.Pending);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains("it is left running", screen.Text, StringComparison.Ordinal);
        Assert.Equal(("ready", 0), (host.StateOf(Id), host.Count("stop", Id)));
    }

    [Theory]
    [InlineData("-Port 1")]
    [InlineData("-IdentityFile $other")]
    public void A_machine_that_was_running_and_on_which_nothing_ran_is_left_running(string parameters)
    {
        using var host = new SshHost(server, api, Ready);
        host.Session.Set("other", server.OtherKey);
        var outcome = host.Run(
            $"$ssh.Remove('{parameters.Split(' ')[0][1..]}'); Invoke-PsMachineCommand {Id} id -StopAfter -ConnectTimeout 1 {parameters} @ssh");
        Assert.Contains("is left running", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(("ready", 0), (host.StateOf(Id), host.Count("stop", Id)));
    }

    [Fact]
    public void A_machine_is_left_running_for_a_detached_job_and_the_warning_says_how_to_stop_it_after_that()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run(
            $$"""
            $job = Invoke-PsMachineCommand {{Id}} 'while [ ! -f $HOME/go-{{api}} ]; do sleep 0.1; done' -Detach -JobName guard-{{api}} @ssh
            Invoke-PsMachineCommand {{Id}} 'echo ran' -StopAfter @ssh
            """).Succeeded();
        Assert.Equal("ran", outcome.Single<MachineOutput>().Line);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains($"Machine {Id} (stop-1) is left running: the detached job guard-{api} is still running", warning, StringComparison.Ordinal);
        Assert.Contains($"Receive-PsMachineOutput {Id} guard-{api} -Wait -StopAfter", warning, StringComparison.Ordinal);
        Assert.Equal(("ready", 0), (host.StateOf(Id), host.Count("stop", Id)));
        server.Write($"go-{api}", "");
        host.Run($"Receive-PsMachineOutput {Id} guard-{api} -Wait -StopAfter @ssh").Succeeded();
        Assert.Equal(("off", 1), (host.StateOf(Id), host.Count("stop", Id)));
    }

    [Fact]
    public async Task Ctrl_C_while_a_job_is_followed_leaves_its_machine_running()
    {
        var screen = new RecordingHost(1000);
        using var host = new SshHost(server, api, screen, 1000, Ready);
        using var output = new PSDataCollection<PSObject>();
        host.Run($"$null = Invoke-PsMachineCommand {Id} 'echo begun; while [ ! -f $HOME/on-{api} ]; do sleep 0.1; done' -Detach -JobName on-{api} @ssh").Succeeded();
        using var shell = host.Start($"Receive-PsMachineOutput {Id} on-{api} -Wait -StopAfter @ssh");
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        await Eventually.IsTrueAsync(() => output.Count > 0);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains($"the detached job on-{api} is still running", screen.Text, StringComparison.Ordinal);
        Assert.Equal(("ready", 0), (host.StateOf(Id), host.Count("stop", Id)));
        server.Write($"on-{api}", "");
    }

    [Theory]
    [InlineData("exit 3", "CommandFailed")]
    [InlineData("true", null)]
    public void A_machine_is_stopped_when_the_job_that_is_followed_has_ended(string command, string? error)
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run($"Invoke-PsMachineCommand {Id} '{command}' -Detach @ssh | Receive-PsMachineOutput -Wait -StopAfter");
        if (error is null) outcome.Succeeded();
        else Assert.StartsWith(error + ",", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("off", host.StateOf(Id));
    }

    [Fact]
    public void A_job_that_does_not_exist_stops_no_machine()
    {
        using var host = new SshHost(server, api, Ready);
        var outcome = host.Run($"Receive-PsMachineOutput {Id} no-such-job -Wait -StopAfter @ssh");
        Assert.StartsWith("JobNotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, host.Count("stop", Id));
        var error = host.Run($"Receive-PsMachineOutput {Id} -StopAfter @ssh").Error;
        Assert.Contains("Use it with -Wait", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_during_the_stop_does_not_cancel_the_stop()
    {
        var screen = new RecordingHost();
        using var host = new SshHost(server, api, screen, 20, Ready);
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} true -StopAfter @ssh");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => host.Count("stop", Id) > 0);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains(Id, screen.Text, StringComparison.Ordinal);
        await Eventually.IsTrueAsync(() => host.StateOf(Id) == "off");
        Assert.Equal(1, host.Count("stop", Id));
    }

    [Fact]
    public void A_machine_that_could_not_be_stopped_is_an_error_beside_that_of_the_command()
    {
        using var host = new SshHost(server, api, Ready);
        host.Simulator.Inject(new SimulatedFault
        {
            Path = "stop",
            Times = int.MaxValue,
            Status = 403,
            Body = """{"error":{"name":"Error","status":403,"message":"not yours"},"code":"FORBIDDEN","message":"not yours"}""",
        });
        var outcome = host.Run($"Invoke-PsMachineCommand {Id} 'exit 2' -StopAfter @ssh");
        Assert.Equal(["AccessDenied", "CommandFailed"], outcome.Errors.Select(error => error.FullyQualifiedErrorId.Split(',')[0]).Order());
        Assert.Contains(
            outcome.Errors,
            error => error.ToString().Contains($"Machine {Id} (stop-1) could not be stopped and may still be billed.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_machine_that_could_not_be_stopped_after_Ctrl_C_is_reported()
    {
        var screen = new RecordingHost();
        using var host = new SshHost(server, api, screen, 1000, Ready);
        host.Simulator.Inject(new SimulatedFault
        {
            Path = "stop",
            Times = int.MaxValue,
            Status = 403,
            Body = """{"error":{"name":"Error","status":403,"message":"not yours"},"code":"FORBIDDEN","message":"not yours"}""",
        });
        using var output = new PSDataCollection<PSObject>();
        using var shell = host.Start($"Invoke-PsMachineCommand {Id} 'echo begun; sleep 1000' -StopAfter @ssh");
        var running = shell.BeginInvoke<PSObject, PSObject>(null, output);
        await Eventually.IsTrueAsync(() => output.Count > 0);
        await Eventually.EndsAsync(Task.Run(shell.Stop));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Contains($"Stop machine failed for {Id}", screen.Text, StringComparison.Ordinal);
        Assert.Contains("not yours", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_does_not_start_is_an_error_and_the_command_does_not_run()
    {
        using var host = new SshHost(server, api, Off);
        host.Simulator.FailNextStart(Id);
        var outcome = host.Run($"Invoke-PsMachineCommand {Id} 'touch ~/ran' -Start -StopAfter @ssh");
        Assert.Contains(
            outcome.Errors,
            error => error.FullyQualifiedErrorId.StartsWith("InsufficientCapacity,", StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(server.Home, "ran")));
        Assert.Equal("off", host.StateOf(Id));
    }
}

public sealed class CoreStopAfterTests(SshServer server) : StopAfterTests(server, PaperspaceApiVersion.Core);

public sealed class V1StopAfterTests(SshServer server) : StopAfterTests(server, PaperspaceApiVersion.V1);
