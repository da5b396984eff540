using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.V1;

/// <summary>The cmdlets for machines over the V1 API.</summary>
public sealed class MachineCmdletTests
{
    private static readonly MachineSeed[] Two =
    [
        new()
        {
            Id = "psaaa",
            Name = "one",
            State = "off",
        },
        new()
        {
            Id = "psbbb",
            Name = "two",
            AssignPublicIp = true,
        },
    ];

    [Fact]
    public async Task Events_of_piped_machines_are_newest_first()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var events = host.Run("Start-PsMachine psaaa; Get-PsMachine | Get-PsMachineEvent -Limit 1").Succeeded().All<MachineEvent>();
        Assert.Equal(["psaaa", "psbbb"], events.Select(item => item.MachineId).Order(StringComparer.Ordinal));
        Assert.Equal("start new", events.Single(item => item.MachineId == "psaaa").ToString());
    }

    [Fact]
    public async Task Events_are_returned_on_Core_too()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var events = host.Run("Start-PsMachine psaaa; Get-PsMachineEvent psaaa -Limit 1").Succeeded().All<MachineEvent>();
        Assert.Equal(("psaaa", "start"), (Assert.Single(events).MachineId, events[0].Name));
    }

    [Fact]
    public async Task Who_has_access_is_listed_after_it_was_granted_and_revoked()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var user = host.Paperspace.Options.UserId;
        var access = host.Run($"Grant-PsMachineAccess psaaa {user}; Get-PsMachine | Get-PsMachineAccess").Succeeded().All<MachineAccess>();
        Assert.Contains(access, item => (item.MachineId, item.UserId) == ("psaaa", user));
        Assert.Empty(host.Run($"Revoke-PsMachineAccess psaaa {user}; Get-PsMachineAccess psaaa").Succeeded().All<MachineAccess>());
    }

    [Fact]
    public async Task An_unsupported_operation_is_reported_once()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run("Get-PsMachine | Get-PsMachineAccess");
        Assert.StartsWith("NotSupported,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The Core API does not return who has access", outcome.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resize_says_what_it_costs_and_changes_a_machine_that_is_off()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var machine = host.Run("Set-PsMachine psaaa -Size 100 -PassThru").Succeeded().Single<Machine>();
        Assert.Equal("psaaa", machine.Id);
        Assert.Contains(host.Log, request => request.Method == "PUT" && request.Body == """{"diskSize":100}""");
        var refused = host.Run("Set-PsMachine psbbb -Size 100");
        Assert.Contains("only while it is off", Assert.Single(refused.Errors).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_does_not_apply_is_a_warning()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Paperspace.Inject(
            new SimulatedFault
            {
                Method = "GET",
                Path = "/machines/psaaa$",
                Status = 403,
                Body = """{"message":"No.","code":"FORBIDDEN"}""",
            });
        var outcome = host.Run("Set-PsMachine psaaa -PerformAutoSnapshot $true").Succeeded();
        Assert.Contains("could not be verified", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unsupported_create_option_is_reported_before_anything_is_sent()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var outcome = host.Run(
            "New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -NotificationEmail ada@example.com -WhatIf");
        Assert.StartsWith("NotSupported,", Assert.Single(outcome.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Fact]
    public async Task Create_options_of_V1_are_set_there_and_rejected_on_Core()
    {
        const string Script = """
            New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -StartOnCreate $false -ShutdownTimeoutInHours 8 `
                -ShutdownTimeoutForces $true -PerformAutoSnapshot $true -AutoSnapshotFrequency day -AutoSnapshotSaveCount 3 -EmailPassword $false
            """;
        await using var v1 = await SimulatedHost.StartV1Async();
        var id = v1.Run($"{Script} -AccessorId {v1.Paperspace.Options.UserId}").Succeeded().Single<Machine>().Id;
        var machine = v1.Run($"Get-PsMachine -MachineId {id}").Succeeded().Single<Machine>();
        Assert.Equal(
            (8, true, true, "day", 3),
            (
                machine.ShutdownTimeoutInHours,
                machine.ShutdownTimeoutForces,
                machine.PerformAutoSnapshot,
                machine.AutoSnapshotFrequency,
                machine.AutoSnapshotSaveCount));
        Assert.Equal(v1.Paperspace.Options.UserId, v1.Run($"Get-PsMachineAccess {id}").Succeeded().Single<MachineAccess>().UserId);

        await using var core = await SimulatedHost.StartAsync();
        var refused = core.Run(Script).Error;
        Assert.StartsWith("NotSupported,", refused.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Set-PsMachine", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(core.Log);
    }

    [Fact]
    public async Task The_same_script_does_the_same_on_both_APIs()
    {
        const string Script = """
            $new = New-PsMachine new -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -StartOnCreate $false
            Get-PsMachine one | Start-PsMachine
            Get-PsMachine two | Stop-PsMachine
            Set-PsMachine psbbb -Name renamed
            Get-PsMachine | ForEach-Object { '{0} {1}' -f $_.Name, $_.MachineType }
            Remove-PsMachine $new.Id -Confirm:$false
            """;
        await using var core = await SimulatedHost.StartAsync(Two);
        await using var v1 = await SimulatedHost.StartV1Async(Two);
        var (first, second) = (core.Run(Script).Succeeded(), v1.Run(Script).Succeeded());
        Assert.Equal(
            first.Output.Select(item => item.ToString()).Order(StringComparer.Ordinal),
            second.Output.Select(item => item.ToString()).Order(StringComparer.Ordinal));
    }
}
