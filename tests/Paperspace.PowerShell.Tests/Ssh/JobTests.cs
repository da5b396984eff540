using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>Jobs that go on without the connection, and their output.</summary>
public sealed class JobTests(SshServer server) : IClassFixture<SshServer>
{
    private static readonly MachineSeed Ready = new() { Id = "psjob1", Name = "job-1" };

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public void A_job_is_followed_to_its_exit_code_from_another_session(PaperspaceApiVersion api)
    {
        using var host = new SshHost(server, api, Ready);
        var name = $"follow-{api}";
        var job = host.Run(
            $"Invoke-PsMachineCommand psjob1 'echo one; echo two >&2; sleep 1; printf three; exit 5' -Detach -JobName {name} @ssh")
            .Succeeded().Single<MachineJob>();
        Assert.Equal((name, "psjob1", "job-1"), (job.JobName, job.MachineId, job.MachineName));
        using var other = new SshHost(server, api, Ready);
        var outcome = other.Run($"Receive-PsMachineOutput psjob1 {name} -Wait @ssh");
        var lines = outcome.All<MachineOutput>();
        Assert.Equal(["one", "three", "two"], lines.Select(line => line.Line).Order());
        Assert.Equal("two", Assert.Single(lines, line => line.Stream == MachineOutputStream.Error).Line);
        Assert.All(lines, line => Assert.Equal((name, null), (line.JobName, line.Time)));
        Assert.StartsWith("CommandFailed,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(5, ((PaperspaceException)outcome.Error.Exception).ExitCode);
    }

    [Fact]
    public void A_job_is_piped_and_has_its_environment_and_no_copy_of_it_on_the_disk()
    {
        const string Secret = "s3cret-of-the-job";
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        var lines = host.Run(
            $$"""
            Invoke-PsMachineCommand psjob1 'echo ${#TOKEN}' -Environment @{ TOKEN = '{{Secret}}' } -Detach @ssh |
                Receive-PsMachineOutput -Wait
            """).Succeeded().All<MachineOutput>();
        Assert.Equal([$"{Secret.Length}"], lines.Select(line => line.Line));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(server.Home, "*", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public void A_job_that_runs_is_read_without_waiting_and_its_tail_too()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        var outcome = host.Run(
            """
            $null = Invoke-PsMachineCommand psjob1 'seq 100; while [ ! -f $HOME/go ]; do sleep 0.1; done' -Detach -JobName running @ssh
            do { $lines = @(Receive-PsMachineOutput psjob1 running -Tail 3 @ssh) } until ($lines.Count -eq 3)
            $lines
            $null = Invoke-PsMachineCommand psjob1 'while [ ! -f $HOME/go ]; do sleep 0.1; done' -Detach -JobName silent @ssh
            Receive-PsMachineOutput psjob1 silent @ssh
            """).Succeeded();
        Assert.Equal(["98", "99", "100"], outcome.All<MachineOutput>().Select(line => line.Line));
        Assert.Contains("'silent' on machine psjob1 (job-1) is running and has written nothing yet", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        server.Write("go", "");
        host.Run("Receive-PsMachineOutput psjob1 running -Wait @ssh; Receive-PsMachineOutput psjob1 silent -Wait @ssh").Succeeded();
    }

    [Fact]
    public void An_existing_or_unknown_job_name_is_an_error()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        host.Run("$null = Invoke-PsMachineCommand psjob1 'true' -Detach -JobName taken @ssh").Succeeded();
        var taken = host.Run("Invoke-PsMachineCommand psjob1 'touch ~/twice' -Detach -JobName taken @ssh").Error;
        Assert.StartsWith("JobExists,", taken.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(server.Home, "twice")));
        var unknown = host.Run("Receive-PsMachineOutput psjob1 no-such-job @ssh").Error;
        Assert.StartsWith("JobNotFound,", unknown.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("taken", unknown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_job_that_a_restart_interrupted_is_an_error_and_keeps_its_lines()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        var folder = Directory.CreateDirectory(Path.Combine(server.Home, ".paperspace", "jobs", "cut")).FullName;
        File.WriteAllText(Path.Combine(folder, "log"), "obefore\n");
        File.WriteAllText(Path.Combine(folder, "pid"), "1\n");
        File.WriteAllText(Path.Combine(folder, "boot"), "another-boot\n");
        var outcome = host.Run("Receive-PsMachineOutput psjob1 cut -Wait @ssh");
        Assert.Equal("before", outcome.Single<MachineOutput>().Line);
        Assert.Contains("was cut off", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_script_runs_detached_with_its_arguments()
    {
        using var host = new SshHost(server, PaperspaceApiVersion.V1, Ready);
        using var folder = new TemporaryFolder();
        host.Session.Set("file", folder.Write("my job.sh", "#!/bin/bash\nprintf '%s|' \"$@\"\n"));
        var line = host.Run(
            """
            Invoke-PsMachineCommand psjob1 -FilePath $file -ArgumentList "it's", '$(x) "y"' -Detach @ssh | Receive-PsMachineOutput -Wait @ssh
            """).Succeeded().Single<MachineOutput>().Line;
        Assert.Equal("it's|$(x) \"y\"|", line);
    }
}
