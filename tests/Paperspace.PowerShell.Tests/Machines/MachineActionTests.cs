using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What the actions send, whatever way the machines are named.</summary>
public abstract class MachineActionTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two =
    [
        new() { Id = "psaaa", Name = "one", State = "ready" },
        new() { Id = "psbbb", Name = "two", State = "ready" },
    ];

    public static TheoryData<string, string> Actions => new()
    {
        { "Start-PsMachine", "start" },
        { "Stop-PsMachine", "stop" },
        { "Restart-PsMachine", "restart" },
        { "Remove-PsMachine -Confirm:$false", "remove" },
    };

    public static TheoryData<string> Ways =>
    [
        "Stop-PsMachine psaaa, psbbb",
        "Stop-PsMachine -Id psaaa, psbbb",
        "Stop-PsMachine -MachineId psaaa, psbbb",
        "'psaaa', 'psbbb' | Stop-PsMachine",
        "Get-PsMachine | Stop-PsMachine",
        "Stop-PsMachine (Get-PsMachine)",
        "[pscustomobject]@{ Id = 'psaaa'; Name = 'x' }, [pscustomobject]@{ Id = 'psbbb'; Name = 'y' } | Stop-PsMachine",
        "[pscustomobject]@{ MachineId = 'psaaa' }, [pscustomobject]@{ MachineId = 'psbbb' } | Stop-PsMachine",
        "@{ Id = 'psaaa' }, @{ MachineId = 'psbbb' } | Stop-PsMachine",
    ];

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task An_action_sends_one_request_without_output(string command, string action)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run($"'psaaa' | {command}").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Equal([MachineRequests.Line(api, action, "psaaa")], host.Lines().Where(MachineRequests.IsChange));
        Assert.Equal(
            api == PaperspaceApiVersion.Core ? SimulatedHost.Key : $"Bearer {SimulatedHost.Key}",
            host.Log[0].Headers[api == PaperspaceApiVersion.Core ? "X-Api-Key" : "Authorization"]);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task PassThru_emits_the_machine(string command, string action)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var machine = host.Run($"{command} psaaa -PassThru".Replace("$false psaaa", "$false -Id psaaa", StringComparison.Ordinal))
            .Succeeded()
            .Single<Machine>();
        Assert.Equal("one", machine.Name);
        Assert.Contains(MachineRequests.Line(api, action, "psaaa"), host.Lines());
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task WhatIf_sends_nothing_and_names_the_machine(string command, string action)
    {
        Assert.NotEmpty(action);
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, api, Two);
        host.Run($"[Paperspace.Machine]@{{ Id = 'psaaa'; Name = 'one' }} | {command} -WhatIf").Succeeded();
        Assert.Empty(host.Log);
        Assert.Contains("psaaa (one)", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Machines_can_be_selected_in_every_form(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run(script).Succeeded();
        Assert.Equal(
            [MachineRequests.Line(api, "stop", "psaaa"), MachineRequests.Line(api, "stop", "psbbb")],
            host.Lines().Where(line => line.EndsWith("/stop", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Removing_prompts_and_No_sends_nothing()
    {
        var screen = new RecordingHost(answer: "&No");
        await using var host = await SimulatedHost.StartAsync(screen, api, Two);
        host.Run("'psaaa', 'psbbb' | Remove-PsMachine").Succeeded();
        Assert.Equal(2, screen.Questions.Count);
        Assert.Single(host.Log);
        Assert.DoesNotContain(host.Lines(), MachineRequests.IsChange);
    }

    [Fact]
    public async Task Confirm_prompts_for_each_machine()
    {
        var screen = new RecordingHost(answer: "&Yes");
        await using var host = await SimulatedHost.StartAsync(screen, api, Two);
        host.Run("'psaaa', 'psbbb' | Stop-PsMachine -Confirm").Succeeded();
        Assert.Equal(2, screen.Questions.Count);
        Assert.Equal(2, host.Lines().Count(MachineRequests.IsChange));
        Assert.Equal(3, host.Log.Count);
    }

    [Fact]
    public async Task One_failing_machine_does_not_stop_the_others_and_its_error_names_it()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run("'psaaa', 'psnone', 'psbbb' | Stop-PsMachine -ThrottleLimit 1");
        Assert.Null(outcome.Terminating);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.StopPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("psnone", error.TargetObject);
        Assert.Contains("psnone", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Contains(MachineRequests.Line(api, "stop", "psbbb"), host.Lines());
    }

    [Fact]
    public async Task A_machine_that_was_piped_is_the_target_of_its_error()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run("[Paperspace.Machine]@{ Id = 'psnone'; Name = 'gone' } | Stop-PsMachine");
        Assert.Equal("gone", Assert.IsType<Machine>(outcome.Error.TargetObject).Name);
    }

    [Theory]
    [InlineData("../users")]
    [InlineData("ps/1")]
    [InlineData("ps?x")]
    [InlineData("ps#x")]
    [InlineData("ps%2f")]
    [InlineData("ps\u00e9")]
    public async Task An_id_that_could_change_the_path_is_rejected_before_anything_is_sent(string id)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Session.Set("id", id);
        var outcome = host.Run("Stop-PsMachine -Id $id");
        Assert.Contains("machineId", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
        Assert.Single(host.Run("Stop-PsMachine $id").Errors.Select(error => error.ToString()).Concat(host.Run("Stop-PsMachine $id").Warnings));
        Assert.DoesNotContain(host.Lines(), MachineRequests.IsChange);
    }

    [Fact]
    public async Task ErrorAction_SilentlyContinue_is_obeyed()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run("Stop-PsMachine psnone -ErrorAction SilentlyContinue -ErrorVariable failures; $failures.Count");
        Assert.Equal(1, outcome.Succeeded().Single<int>());
    }

    [Fact]
    public async Task ErrorAction_Stop_sends_nothing_after_the_first_failure()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run("'psnone', 'psaaa', 'psbbb' | Stop-PsMachine -ThrottleLimit 1 -ErrorAction Stop");
        Assert.NotNull(outcome.Terminating);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.StopPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal([MachineRequests.Line(api, "stop", "psnone")], host.Lines().Where(MachineRequests.IsChange));
    }

    [Fact]
    public async Task WhatIf_says_that_a_machine_that_is_off_cannot_be_restarted()
    {
        var screen = new RecordingHost(width: 200);
        await using var host = await SimulatedHost.StartAsync(screen, api, new MachineSeed { Id = "psaaa", Name = "one", State = "off" });
        host.Run("Restart-PsMachine one -WhatIf").Succeeded();
        Assert.Contains("Restart machine (not possible: it is off)", screen.Text, StringComparison.Ordinal);
    }
}
