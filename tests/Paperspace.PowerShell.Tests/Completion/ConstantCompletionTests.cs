namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers without an account.</summary>
public sealed class ConstantCompletionTests
{
    public static TheoryData<string, string> Fixed => new()
    {
        { "New-PsMachine -Region ", "NY2 CA1 AMS1" },
        { "New-PsMachine -MachineType P4", "P4000 P4000x2 P4000x4" },
        { "New-PsMachine -MachineType GPU", "'GPU+' 'GPU+x2' 'GPU+x4'" },
        { "New-PsMachine -BillingType ", "hourly monthly" },
        { "New-PsMachine -RestorePointFrequency ", "shutdown" },
        { "Get-PsMachine -State re", "restarting ready" },
        { "Get-PsMachine -Region n", "NY2" },
        { "Get-PsMachineAvailability -MachineType P", "P4000 P4000x2 P4000x4 P5000 P5000x2 P5000x4 P6000 P6000x2 P6000x4 Pro" },
        { "Set-PsMachine psaaa -AutoSnapshotFrequency ", "hour day week month" },
        { "Wait-PsMachine psaaa -State ", "off ready serviceready" },
    };

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Known_values_are_offered_without_an_account(string line, string offered)
    {
        using var session = new Session();
        Assert.Equal(offered, string.Join(' ', Tab.Complete(session, line).Select(match => match.CompletionText)));
    }

    [Fact]
    public void A_machine_types_tooltip_has_its_hardware_and_price()
    {
        using var session = new Session();
        Assert.Equal(
            "2 x RTX A6000, 48 GB each, 16 vCPUs, 90 GB RAM, $3.78 an hour",
            Tab.Complete(session, "New-PsMachine -MachineType A6000x2")[0].ToolTip);
    }

    [Fact]
    public void Without_a_key_or_a_host_completion_is_silent()
    {
        using var session = new Session();
        session.Run("Connect-PsAccount -ApiKey any -BaseUri http://127.0.0.1:9 -MaximumRetryCount 0");
        Assert.Empty(Tab.Complete(session, "Stop-PsMachine -Id ps"));
    }
}
