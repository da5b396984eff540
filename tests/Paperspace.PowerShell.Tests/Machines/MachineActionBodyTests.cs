using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What the bodies of actions have on the Core API.</summary>
public sealed class MachineActionBodyTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one", State = "ready" }, new() { Id = "psbbb", Name = "two", State = "ready" }];

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
