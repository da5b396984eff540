namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers without an account.</summary>
public sealed class ConstantCompletionTests
{
    public static TheoryData<string, string> Fixed => new()
    {
        { "New-PsMachine -Region ", "NY2 CA1 AMS1" },
        { "New-PsMachine -MachineType P4", "P4000 P4000x2" },
        { "New-PsMachine -MachineType GPU", "'GPU+'" },
        { "New-PsMachine -BillingType ", "hourly monthly" },
        { "New-PsMachine -RestorePointFrequency ", "shutdown" },
        { "Get-PsMachine -State re", "restarting ready" },
        { "Get-PsMachine -Region n", "NY2" },
        { "Get-PsMachineAvailability -MachineType P", "Pro P4000 P5000 P6000 P4000x2 P5000x2 P6000x2" },
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
    public void Without_a_key_or_a_host_nothing_is_offered_and_nothing_is_said()
    {
        using var session = new Session();
        session.Run("Connect-PsAccount -ApiKey any -BaseUri http://127.0.0.1:9 -MaximumRetryCount 0");
        Assert.Empty(Tab.Complete(session, "Stop-PsMachine -Id ps"));
    }
}
