using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers.</summary>
public sealed class CompletionTests
{
    private static readonly MachineSeed[] Three =
    [
        new() { Id = "psaaa", Name = "train 1", State = "ready" },
        new() { Id = "psbbb", Name = "it's", State = "off" },
        new() { Id = "psccc", Name = "web", State = "ready" },
    ];

    public static TheoryData<string, string> Fixed => new()
    {
        { "New-PsMachine -Region ", "NY2 CA1 AMS1" },
        { "New-PsMachine -MachineType P4", "P4000 P4000x2" },
        { "New-PsMachine -MachineType GPU", "'GPU+'" },
        { "New-PsMachine -BillingType ", "hourly monthly" },
        { "New-PsMachine -RestorePointFrequency ", "shutdown" },
        { "Get-PsMachine -State re", "restarting ready" },
        { "Get-PsMachine -Region n", "NY2" },
        { "Get-PsMachineAvailability -MachineType P", "P4000 P5000 P6000" },
        { "Set-PsMachine psaaa -AutoSnapshotFrequency ", "hour day week month" },
        { "Wait-PsMachine psaaa -State ", "off ready serviceready" },
    };

    public static TheoryData<string, string> OfTheAccount => new()
    {
        { "Stop-PsMachine ", "psaaa|psbbb|psccc" },
        { "Stop-PsMachine psb", "psbbb" },
        { "Wait-PsMachine -MachineId psc", "psccc" },
        { "Get-PsMachine -Name ", "'train 1'|'it''s'|web" },
        { "Get-PsMachine 'tr", "'train 1'" },
        { "New-PsMachine -TemplateId tkni", "tkni3aa4" },
    };

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Known_values_are_offered_without_an_account(string line, string offered)
    {
        using var session = new Session();
        Assert.Equal(offered, string.Join(' ', Complete(session, line).Select(match => match.CompletionText)));
    }

    [Theory]
    [MemberData(nameof(OfTheAccount))]
    public async Task What_the_account_has_is_offered_and_quoted_where_it_must_be(string line, string offered)
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        Assert.Equal(offered, string.Join('|', Complete(host.Session, line).Select(match => match.CompletionText)));
    }

    [Fact]
    public async Task A_machines_tooltip_tells_its_name_state_and_region()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        Assert.Equal("train 1 (psaaa): ready, P4000, NY2", Complete(host.Session, "Stop-PsMachine psa")[0].ToolTip);
    }

    [Fact]
    public async Task Pressing_Tab_again_asks_the_account_only_once_in_a_while()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        for (var i = 0; i < 3; i++) Complete(host.Session, "Stop-PsMachine ");
        Assert.Single(host.Log);
    }

    [Fact]
    public void Without_a_key_or_a_host_nothing_is_offered_and_nothing_is_said()
    {
        using var session = new Session();
        session.Run("Connect-PsAccount any -BaseUri http://127.0.0.1:9 -MaximumRetryCount 0");
        Assert.Empty(Complete(session, "Stop-PsMachine -Id ps"));
    }

    private static IReadOnlyList<CompletionResult> Complete(Session session, string line)
    {
        using var shell = session.Start("");
        shell.Commands.Clear();
        return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
    }
}
