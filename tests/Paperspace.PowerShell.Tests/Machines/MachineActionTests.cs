using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What the actions send, whatever way the machines are named.</summary>
public sealed class MachineActionTests
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
        { "Remove-PsMachine -Confirm:$false", "destroyMachine" },
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
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run($"'psaaa' | {command}").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Equal([$"POST /machines/psaaa/{action}"], host.Lines());
        Assert.Equal(SimulatedHost.Key, host.Log[0].Headers["X-Api-Key"]);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task PassThru_gives_the_machine(string command, string action)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var machine = host.Run($"{command} psaaa -PassThru".Replace("$false psaaa", "$false -Id psaaa", StringComparison.Ordinal)).Succeeded().Single<Machine>();
        Assert.Equal("one", machine.Name);
        Assert.Contains($"POST /machines/psaaa/{action}", host.Lines());
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public async Task WhatIf_sends_nothing_and_names_the_machine(string command, string action)
    {
        Assert.NotEmpty(action);
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartAsync(screen, Two);
        host.Run($"[Paperspace.Machine]@{{ Id = 'psaaa'; Name = 'one' }} | {command} -WhatIf").Succeeded();
        Assert.Empty(host.Log);
        Assert.Contains("psaaa (one)", screen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Machines_can_be_named_in_every_usual_way(string script)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run(script).Succeeded();
        Assert.Equal(
            ["POST /machines/psaaa/stop", "POST /machines/psbbb/stop"],
            host.Lines().Where(line => line.EndsWith("/stop", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Removing_asks_and_a_no_sends_nothing()
    {
        var screen = new RecordingHost(answer: "&No");
        await using var host = await SimulatedHost.StartAsync(screen, Two);
        host.Run("'psaaa', 'psbbb' | Remove-PsMachine").Succeeded();
        Assert.Equal(2, screen.Questions.Count);
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task Confirm_asks_for_each_machine()
    {
        var screen = new RecordingHost(answer: "&Yes");
        await using var host = await SimulatedHost.StartAsync(screen, Two);
        host.Run("'psaaa', 'psbbb' | Stop-PsMachine -Confirm").Succeeded();
        Assert.Equal(2, screen.Questions.Count);
        Assert.Equal(2, host.Log.Count);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("-ReleasePublicIp", """{"releasePublicIp":true}""")]
    [InlineData("-ReleasePublicIp:$false", """{"releasePublicIp":false}""")]
    public async Task Releasing_the_public_ip_is_sent_only_when_it_is_asked_for(string switches, string body)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"Remove-PsMachine psaaa -Confirm:$false {switches}").Succeeded();
        Assert.Equal(body, Assert.Single(host.Log).Body);
    }

    [Fact]
    public async Task One_failing_machine_does_not_stop_the_others_and_its_error_names_it()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run("'psaaa', 'psnone', 'psbbb' | Stop-PsMachine -ThrottleLimit 1");
        Assert.Null(outcome.Terminating);
        var error = Assert.Single(outcome.Errors);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.StopPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("psnone", error.TargetObject);
        Assert.Contains("psnone", error.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.Contains("POST /machines/psbbb/stop", host.Lines());
    }

    [Fact]
    public async Task A_machine_that_was_piped_is_the_target_of_its_error()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
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
    public async Task An_id_that_could_change_the_path_is_refused_before_anything_is_sent(string id)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Session.Set("id", id);
        var outcome = host.Run("Stop-PsMachine $id");
        Assert.Contains("machineId", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task ErrorAction_SilentlyContinue_is_obeyed()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run("Stop-PsMachine psnone -ErrorAction SilentlyContinue -ErrorVariable failures; $failures.Count");
        Assert.Equal(1, outcome.Succeeded().Single<int>());
    }

    [Fact]
    public async Task ErrorAction_Stop_sends_nothing_after_the_first_failure()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run("'psnone', 'psaaa', 'psbbb' | Stop-PsMachine -ThrottleLimit 1 -ErrorAction Stop");
        Assert.NotNull(outcome.Terminating);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.StopPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(["POST /machines/psnone/stop"], host.Lines().Where(line => line.StartsWith("POST", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Grant-PsMachineAccess", """{"userId":"ubx9ce8k","enableAccess":true}""")]
    [InlineData("Revoke-PsMachineAccess", """{"userId":"ubx9ce8k","enableAccess":false}""")]
    public async Task Access_is_granted_and_revoked_for_a_user(string command, string body)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"Get-PsMachine | {command} -UserId ubx9ce8k").Succeeded();
        var sent = host.Log.Where(request => request.Method == "POST").ToArray();
        Assert.Equal(["/machines/psaaa/setMachineAccess", "/machines/psbbb/setMachineAccess"], sent.Select(request => request.Path).Order());
        Assert.All(sent, request => Assert.Equal(body, request.Body));
    }
}
