using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What Set-PsMachine sends.</summary>
public sealed class SetPsMachineTests
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one" };

    [Theory]
    [InlineData("-Name new", """{"machineName":"new"}""")]
    [InlineData("-MachineName new", """{"machineName":"new"}""")]
    [InlineData("-ShutdownTimeoutInHours 0", """{"shutdownTimeoutInHours":0}""")]
    [InlineData("-ShutdownTimeoutForces $true", """{"shutdownTimeoutForces":true}""")]
    [InlineData("-AutoSnapshotFrequency week", """{"autoSnapshotFrequency":"week"}""")]
    [InlineData("-AutoSnapshotFrequency $null", """{"autoSnapshotFrequency":null}""")]
    [InlineData("-AutoSnapshotSaveCount 3", """{"autoSnapshotSaveCount":3}""")]
    [InlineData("-PerformAutoSnapshot $false", """{"performAutoSnapshot":false}""")]
    [InlineData("-DynamicPublicIp $true", """{"dynamicPublicIp":true}""")]
    [InlineData("-AssignPublicIp $true", """{"assignPublicIp":true}""")]
    public async Task Only_what_was_given_is_sent(string parameters, string body)
    {
        await using var host = await SimulatedHost.StartAsync(One);
        host.Run($"Get-PsMachine | Set-PsMachine {parameters}").Succeeded();
        var sent = Assert.Single(host.Log, request => request.Method == "POST");
        Assert.Equal("/machines/psaaa/updateMachinePublic", sent.Path);
        Assert.Equal(body, sent.Body);
    }

    [Fact]
    public async Task All_settings_can_be_given_at_once_by_splatting()
    {
        await using var host = await SimulatedHost.StartAsync(One);
        var machine = host.Run(
            """
            $settings = @{
                Name = 'renamed'; ShutdownTimeoutInHours = 12; ShutdownTimeoutForces = $true; AutoSnapshotFrequency = 'day'
                AutoSnapshotSaveCount = 2; PerformAutoSnapshot = $true; DynamicPublicIp = $true; AssignPublicIp = $false
            }
            Set-PsMachine psaaa @settings -PassThru
            """).Succeeded().Single<Machine>();
        Assert.Equal("renamed", machine.Name);
        Assert.Equal(12, machine.ShutdownTimeoutInHours);
        Assert.True(machine.ShutdownTimeoutForces);
        Assert.Equal("day", machine.AutoSnapshotFrequency);
        Assert.Equal(2, machine.AutoSnapshotSaveCount);
        Assert.True(machine.PerformAutoSnapshot);
        Assert.True(machine.DynamicPublicIp);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AssignPublicIp $true -DynamicPublicIp $true")]
    public async Task A_broken_rule_ends_the_command_before_anything_is_sent(string parameters)
    {
        await using var host = await SimulatedHost.StartAsync(One);
        var outcome = host.Run($"Set-PsMachine psaaa {parameters}");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.SetPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Empty(host.Log);
    }
}
