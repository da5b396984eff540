using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Waiting;

/// <summary>Wait-PsMachine, and -Wait on what takes time.</summary>
public abstract class WaitTests(PaperspaceApiVersion api)
{
    private const string Create = "New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    private static readonly MachineSeed Off = new() { Id = "psoff", Name = "off", State = "off" };
    private static readonly MachineSeed Ready = new() { Id = "psready", Name = "ready", State = "ready" };

    [Fact]
    public void A_new_machine_is_returned_once_it_is_ready()
    {
        using var host = new FastHost(api);
        var machine = host.Run($"{Create} -Wait").Succeeded().Single<Machine>();
        Assert.Equal("ready", machine.State);
        Assert.Equal(["start done", "create done"], machine.Events!.Select(item => item.ToString()));
    }

    [Fact]
    public void A_new_machine_without_a_start_is_returned_once_it_is_off()
    {
        using var host = new FastHost(api);
        Assert.Equal("off", host.Run($"{Create} -StartOnCreate $false -Wait").Succeeded().Single<Machine>().State);
    }

    [Theory]
    [InlineData("Start-PsMachine psoff -Wait", "ready", "start")]
    [InlineData("Stop-PsMachine psready -Wait", "off", "stop")]
    [InlineData("Restart-PsMachine psready -Wait", "ready", "restart")]
    public void An_awaited_action_returns_the_machine_when_it_has_ended(string script, string state, string action)
    {
        using var host = new FastHost(api, Off, Ready);
        var machine = host.Run(script).Succeeded().Single<Machine>();
        Assert.Equal(state, machine.State);
        Assert.Equal($"{action} done", machine.LastEvent!.ToString());
    }

    [Theory]
    [InlineData("Start-PsMachine psready -Wait", "psready")]
    [InlineData("Stop-PsMachine psoff -Wait", "psoff")]
    public void An_action_that_changes_nothing_returns_the_machine_at_once(string script, string id)
    {
        using var host = new FastHost(api, Off, Ready);
        Assert.Equal(id, host.Run(script).Succeeded().Single<Machine>().Id);
        Assert.Empty(host.Clock.Pauses);
    }

    [Fact]
    public void Removing_waits_for_the_deletion_and_returns_the_machine_only_on_request()
    {
        using var host = new FastHost(api, Off, Ready);
        Assert.Empty(host.Run("Remove-PsMachine psoff -Wait -Confirm:$false").Succeeded().Output);
        Assert.Equal("ready", host.Run("Remove-PsMachine psready -Wait -PassThru -Confirm:$false").Succeeded().Single<Machine>().Name);
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
    }

    [Fact]
    public void A_start_that_fails_for_want_of_capacity_ends_the_wait_with_the_words_of_the_API()
    {
        using var host = new FastHost(api, Off);
        host.Paperspace.FailNextStart("psoff");
        var error = host.Run("Start-PsMachine psoff -Wait").Error;
        Assert.Equal("InsufficientCapacity,Paperspace.PowerShell.StartPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceUnavailable, error.CategoryInfo.Category);
        Assert.Contains("insufficient capacity", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("psoff", Assert.IsType<Machine>(error.TargetObject).Id);
    }

    [Fact]
    public void A_wait_emits_each_machine_as_it_is_ready_and_an_error_for_each_that_does_not()
    {
        using var host = new FastHost(api, Off, Ready, new() { Id = "psstart", Name = "starting", State = "starting" });
        var outcome = host.Run("'psoff', 'psready', 'psstart' | Wait-PsMachine -State ready -Timeout 120");
        Assert.Equal(["psready", "psstart"], outcome.All<Machine>().Select(machine => machine.Id));
        var error = outcome.Error;
        Assert.Equal("WaitTimeout,Paperspace.PowerShell.WaitPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
        Assert.Contains("psoff", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("'off'", error.ToString(), StringComparison.Ordinal);
        Assert.Equal("psoff", Assert.IsType<Machine>(error.TargetObject).Id);
    }

    [Fact]
    public void A_machine_that_is_ready_has_passed_serviceready()
    {
        using var host = new FastHost(api, Ready);
        Assert.Equal("psready", host.Run("Wait-PsMachine psready serviceready").Succeeded().Single<Machine>().Id);
    }

    [Fact]
    public void A_missing_machine_is_an_error_for_that_machine()
    {
        using var host = new FastHost(api, Ready);
        var outcome = host.Run("'psnone', 'psready' | Wait-PsMachine -State ready");
        Assert.Equal("psready", outcome.Single<Machine>().Id);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.WaitPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("60", "1 min")]
    [InlineData("'60'", "1 min")]
    [InlineData("([uint16]60)", "1 min")]
    [InlineData("([uint64]60)", "1 min")]
    [InlineData("([sbyte]60)", "1 min")]
    [InlineData("([bigint]60)", "1 min")]
    [InlineData("([timespan]::FromMinutes(2))", "2 min")]
    [InlineData("00:03:00", "3 min")]
    [InlineData("90s", "1 min 30 s")]
    [InlineData("10m", "10 min")]
    [InlineData("'1.5H'", "1 h 30 min")]
    public void A_bare_number_is_a_time_limit_in_seconds(string timeout, string limit)
    {
        using var host = new FastHost(api, Off);
        Assert.Contains($"after {limit} (", host.Run($"Wait-PsMachine psoff -Timeout {timeout}").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_one_bar_that_disappears_at_the_end()
    {
        var screen = new RecordingHost();
        using var host = new FastHost(api, screen, null, Off);
        host.Run("Start-PsMachine psoff -Wait | Out-Null").Succeeded();
        Assert.Contains("Processing: 0 of 1 done, 1 starting", screen.Progress.Skip(1).SkipLast(1).Select(line => line.Split(';')[0]));
        Assert.StartsWith("Completed", screen.Progress[^1], StringComparison.Ordinal);
        Assert.Empty(screen.Text);
    }

    [Fact]
    public void Without_a_screen_or_with_silenced_progress_there_is_no_bar()
    {
        var screen = new RecordingHost();
        using var host = new FastHost(api, screen, null, Off);
        host.Run("$ProgressPreference = 'SilentlyContinue'; Start-PsMachine psoff -Wait").Succeeded();
        Assert.Empty(screen.Progress);
    }

    [Fact]
    public async Task Stopping_ends_the_wait_at_once()
    {
        await using var host = await SimulatedHost.StartAsync(api, Off);
        using var shell = host.Session.Start("Wait-PsMachine psoff -State ready");
        var running = shell.BeginInvoke();
        await Eventually.IsTrueAsync(() => host.Log.Count > 0);
        shell.Stop();
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
    }
}
