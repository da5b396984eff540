using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>What machines are doing, and whether they are idle.</summary>
public sealed class ActivityTests : IClassFixture<SshServer>
{
    private static readonly MachineSeed Ready = new() { Id = "psbusy1", Name = "busy-1" };

    private readonly SshServer _server;

    public ActivityTests(SshServer server)
    {
        _server = server;
        SshServer.Require();
        SetUp("0.01 0.02 0.03", "90000");
        _server.RemoveProgram("nvidia-smi");
        _server.AddProgram("who", "#!/bin/sh\n");
    }

    [Fact]
    public void The_load_decides_whether_a_machine_without_a_GPU_is_idle()
    {
        var activity = Read().Succeeded().Single<MachineActivity>();
        Assert.True(activity.IsIdle);
        Assert.Null(activity.GpuUtilization);
        Assert.Empty(activity.Gpus);
        Assert.Equal(90000, activity.UptimeSeconds);
        Assert.Equal(activity.ReadAt - TimeSpan.FromSeconds(activity.UptimeSeconds), activity.IdleSince);
        SetUp("0.01 0.02 0.9", "90000");
        var busy = Read().Succeeded().Single<MachineActivity>();
        Assert.Equal((false, "load 0.9"), (busy.IsIdle, busy.BusyReason));
    }

    [Theory]
    [InlineData("0", "0", true)]
    [InlineData("97", "0", false)]
    [InlineData("0", "80", false)]
    public void A_GPU_counts_by_its_utilization_now_and_in_recent_samples(string now, string maximum, bool isIdle)
    {
        AddGpu(now, maximum);
        var activity = Read().Succeeded().Single<MachineActivity>();
        Assert.Equal(isIdle, activity.IsIdle);
        Assert.Equal(Math.Max(int.Parse(now, null), int.Parse(maximum, null)), activity.GpuUtilization);
        Assert.Equal(512L << 20, activity.GpuMemoryUsed);
        Assert.Equal(("Quadro P4000", 8192L << 20), (activity.Gpus[0].Name, activity.Gpus[0].MemoryTotal));
    }

    [Theory]
    [InlineData("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18")]
    [InlineData("case $1 in --query*) echo '0, [N/A], 512, 8192, Quadro P4000' ;; esac")]
    public void A_GPU_that_cannot_be_read_leaves_it_unknown_whether_the_machine_is_idle(string script)
    {
        _server.AddProgram("nvidia-smi", "#!/bin/sh\n" + script + "\n");
        var outcome = Read().Succeeded();
        Assert.Null(outcome.Single<MachineActivity>().IsIdle);
        Assert.Contains("not known whether it is idle", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_that_has_just_started_is_not_idle()
    {
        SetUp("0.01 0.02 0.03", "120");
        var started = Read().Succeeded().Single<MachineActivity>();
        Assert.Equal((false, "started 2m 0s ago"), (started.IsIdle, started.BusyReason));
        Assert.True(Read("-IdleAfter 1m").Succeeded().Single<MachineActivity>().IsIdle);
    }

    [Fact]
    public void A_user_at_a_terminal_counts_from_the_last_key()
    {
        _server.AddProgram("who", "#!/bin/sh\necho 'ada pts/9 2026-01-01 10:00 (10.0.0.1)'\n");
        _server.AddProgram("stat", "#!/bin/sh\necho $(($(date +%s) - 60))\n");
        var activity = Read().Succeeded().Single<MachineActivity>();
        _server.RemoveProgram("stat");
        Assert.Equal(["ada"], activity.LoggedInUsers);
        Assert.False(activity.IsIdle);
        Assert.StartsWith("user ada active", activity.BusyReason, StringComparison.Ordinal);
        Assert.InRange((activity.ReadAt - activity.IdleSince!.Value).TotalSeconds, 55, 75);
    }

    [Fact]
    public void A_detached_job_keeps_a_machine_busy()
    {
        using var host = new SshHost(_server, PaperspaceApiVersion.V1, Ready);
        host.Run("$null = Invoke-PsMachineCommand psbusy1 'while [ ! -f $HOME/go ]; do sleep 0.1; done' -Detach -JobName quiet @ssh").Succeeded();
        var activity = host.Run("Get-PsMachineActivity psbusy1 @ssh").Succeeded().Single<MachineActivity>();
        Assert.Equal(["quiet"], activity.RunningJobs);
        Assert.Equal((false, "job quiet"), (activity.IsIdle, activity.BusyReason));
        _server.Write("go", "");
        host.Run("Receive-PsMachineOutput psbusy1 -Wait @ssh").Succeeded();
        Directory.Delete(Path.Combine(_server.Home, ".paperspace"), recursive: true);
    }

    [Fact]
    public void Idle_machines_are_stopped_and_one_that_cannot_be_read_keeps_running()
    {
        using var host = new SshHost(_server, PaperspaceApiVersion.V1, Ready, new MachineSeed { Id = "pslost1", Name = "lost-1" });
        _server.KnowWrongKey("pslost1");
        var outcome = host.Run("Get-PsMachine -State ready | Get-PsMachineActivity @ssh | Where-Object IsIdle | Stop-PsMachine -Wait");
        Assert.StartsWith("HostKeyChanged,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(("off", "ready"), (host.StateOf("psbusy1"), host.StateOf("pslost1")));
    }

    [Fact]
    public void Machines_that_are_off_are_one_warning()
    {
        using var host = new SshHost(
            _server,
            PaperspaceApiVersion.V1,
            Ready,
            new MachineSeed { Id = "psoff1", Name = "off-1", State = "off" },
            new MachineSeed { Id = "psoff2", Name = "off-2", State = "off" });
        var outcome = host.Run("Get-PsMachine | Get-PsMachineActivity @ssh").Succeeded();
        Assert.Equal("psbusy1", outcome.Single<MachineActivity>().MachineId);
        var warning = Assert.Single(outcome.Warnings);
        Assert.Contains("psoff1 (off-1)", warning, StringComparison.Ordinal);
        Assert.Contains("psoff2 (off-2)", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Output_that_is_cut_off_is_an_error()
    {
        _server.AddProgram("cat", "#!/bin/sh\n");
        var outcome = Read();
        Assert.Empty(outcome.Output);
        Assert.StartsWith("InvalidResponse,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    private Outcome Read(string parameters = "")
    {
        using var host = new SshHost(_server, PaperspaceApiVersion.V1, Ready);
        return host.Run($"Get-PsMachineActivity psbusy1 {parameters} @ssh");
    }

    private void SetUp(string load, string uptime) => _server.AddProgram(
        "cat",
        $"""
        #!/bin/sh
        case $1 in
          /proc/loadavg) echo '{load} 1/100 1234' ;;
          /proc/uptime) echo '{uptime}.00 1.00' ;;
          *) exec /bin/cat "$@" ;;
        esac
        """);

    private void AddGpu(string now, string maximum) => _server.AddProgram(
        "nvidia-smi",
        $"""
        #!/bin/sh
        case $1 in
          --query*) echo '0, {now}, 512, 8192, Quadro P4000' ;;
          *) cat <<END
        GPU 00000000:00:05.0
            Utilization
                Gpu                               : {now} %
            GPU Utilization Samples
                Duration                          : 16.64 sec
                Max                               : {maximum} %
                Min                               : 0 %
            Memory Utilization Samples
                Max                               : 99 %
        END
          ;;
        esac
        """);
}
