using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Which machines are billed for their use.</summary>
public abstract class BilledTests(PaperspaceApiVersion api)
{
    [Theory]
    [InlineData("off", false)]
    [InlineData("Off", false)]
    [InlineData("deleting", false)]
    [InlineData("ready", true)]
    [InlineData("serviceready", true)]
    [InlineData("starting", true)]
    [InlineData("stopping", true)]
    [InlineData("restarting", true)]
    [InlineData("provisioning", true)]
    [InlineData("upgrading", true)]
    [InlineData("never-seen", true)]
    public async Task A_machine_is_billed_unless_it_is_off_or_being_deleted(string state, bool isBilled)
    {
        await using var host = await SimulatedHost.StartAsync(api, new MachineSeed { Id = "psaaa", Name = "one", State = state });
        Assert.Equal(isBilled ? 1 : 0, host.Run("Get-PsMachine | Where-Object IsBilled").Succeeded().Output.Count);
    }

    [Fact]
    public void A_machine_that_is_being_deleted_is_not_billed()
    {
        var machine = new Machine { State = "ready", Events = [new() { Name = "deactivate", State = "in progress" }] };
        Assert.False(machine.IsBilled);
        Assert.True(new Machine { State = "ready", Events = [new() { Name = "deactivate", State = "error" }] }.IsBilled);
    }

    [Fact]
    public async Task The_prompt_of_a_removal_says_that_a_static_address_is_still_billed()
    {
        var screen = new RecordingHost(width: 300, answer: "&No");
        await using var host = await SimulatedHost.StartAsync(
            screen,
            api,
            new MachineSeed { Id = "psaaa", Name = "one", AssignPublicIp = true },
            new MachineSeed { Id = "psbbb", Name = "two" });
        host.Run("Remove-PsMachine one").Succeeded();
        Assert.Contains("is kept and still billed", Assert.Single(screen.Questions), StringComparison.Ordinal);
        host.Run("Remove-PsMachine psaaa -ReleasePublicIp -WhatIf; Remove-PsMachine psbbb -WhatIf").Succeeded();
        Assert.Contains("release its static IP", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still billed", screen.Text, StringComparison.Ordinal);
    }
}
