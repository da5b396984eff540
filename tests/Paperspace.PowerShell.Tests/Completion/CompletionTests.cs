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
        { "Get-PsMachineAvailability -MachineType P", "Pro P4000 P5000 P6000 P4000x2 P5000x2 P6000x2" },
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
        { "New-PsMachine -Template 'Ubuntu 22", "'Ubuntu 22.04 Server'|'Ubuntu 22.04 Desktop'" },
        { "New-PsMachine -Template tl1", "tl1h5hec" },
        { "Get-PsTemplate RSt", "RStudio" },
        { "New-PsMachine -Network 'New", "'New York'" },
        { "New-PsMachine -User ada", "'ada@example.com'" },
        { "Grant-PsMachineAccess psaaa -User b", "'bob@example.com'" },
        { "Get-PsUser -Email o", "'owner@example.com'" },
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
    public async Task Scripts_and_snapshots_are_offered_by_name_and_by_id_where_names_repeat()
    {
        await using var host = await SimulatedHost.StartV1Async(Three);
        host.Run("New-PsScript 'set up' echo; New-PsScript motd echo; New-PsSnapshot psaaa before").Succeeded();
        var twice = host.Run("'psaaa', 'psbbb' | New-PsSnapshot -Name twice").Succeeded().All<Snapshot>();
        Assert.Equal("'set up'", Complete(host.Session, "Remove-PsScript s")[0].CompletionText);
        Assert.Equal("motd", Complete(host.Session, "Get-PsScript mo")[0].CompletionText);
        Assert.Equal("motd", Complete(host.Session, "Set-PsMachine psaaa -Script mo")[0].CompletionText);
        var before = Assert.Single(Complete(host.Session, "Restore-PsSnapshot be"));
        Assert.Equal("before", before.CompletionText);
        Assert.EndsWith("(before, psaaa)", before.ToolTip, StringComparison.Ordinal);
        Assert.Equal(
            twice.Select(snapshot => snapshot.Id).Order(StringComparer.Ordinal),
            Complete(host.Session, "Remove-PsSnapshot sl").Select(match => match.CompletionText).Order(StringComparer.Ordinal));
        Assert.Equal("psbbb", Assert.Single(Complete(host.Session, "Get-PsSnapshot -Machine psb")).CompletionText);
        Assert.DoesNotContain(host.Log, request => request.Method == "GET" && request.Path.EndsWith("/machine-events", StringComparison.Ordinal));
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
    public async Task An_account_that_does_not_reply_holds_Tab_for_a_second_at_the_most()
    {
        var never = new Gate();
        using var host = new FastHost(
            null,
            async (_, send, token) =>
            {
                await never.PassAsync(token);
                return await send();
            },
            Three);
        var completing = Task.Run(() => Complete(host.Session, "Stop-PsMachine -MachineId "), TestContext.Current.CancellationToken);
        await never.ArrivedAsync(1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await Eventually.EndsAsync(completing));
    }

    [Fact]
    public void Without_a_key_or_a_host_nothing_is_offered_and_nothing_is_said()
    {
        using var session = new Session();
        session.Run("Connect-PsAccount -ApiKey any -BaseUri http://127.0.0.1:9 -MaximumRetryCount 0");
        Assert.Empty(Complete(session, "Stop-PsMachine -Id ps"));
    }

    [Fact]
    public async Task What_is_completed_selects_the_machine_that_was_shown_and_no_other()
    {
        string[] names = ["gpu[1]", "gpu1", "a`b", "it's", "star*", "star1", "q?", "qq", "\u2018typo\u2019", "-dash", "1e3", "$(x)", "#c", "a;b", "{x}", "two  spaces", "üñí"];
        await using var host = await SimulatedHost.StartAsync([.. names.Select((name, i) => new MachineSeed { Id = $"ps{i:00}", Name = name })]);
        var matches = Complete(host.Session, "Get-PsMachine -Name ");
        Assert.Equal(names, matches.Select(match => match.ListItemText));
        Assert.All(matches, match => Assert.Equal(match.ListItemText, host.Run($"Get-PsMachine -Name {match.CompletionText}").Succeeded().Single<Machine>().Name));
    }

    [Fact]
    public async Task Names_that_cannot_be_completed_do_not_take_the_others_away()
    {
        await using var host = await SimulatedHost.StartAsync(
            [new() { Id = "psaaa", Name = "" }, new() { Id = "psbbb", Name = "evil\u001b[31m" }, new() { Id = "psccc", Name = "web" }]);
        Assert.Equal("web", Assert.Single(Complete(host.Session, "Get-PsMachine -Name ")).CompletionText);
        var byId = Complete(host.Session, "Stop-PsMachine ");
        Assert.Equal(["psaaa", "psbbb", "psccc"], byId.Select(match => match.CompletionText));
        Assert.All(byId, match => Assert.DoesNotContain('\u001b', match.ToolTip));
    }

    [Theory]
    [InlineData("Get-PsMachine 'it''", "'it''s'")]
    [InlineData("Get-PsMachine *eb", "web")]
    [InlineData("Get-PsMachine \"tr", "'train 1'")]
    public async Task What_was_typed_in_quotes_or_with_wildcards_is_completed(string line, string completed)
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        Assert.Equal(completed, Assert.Single(Complete(host.Session, line)).CompletionText);
    }

    [Fact]
    public async Task The_account_on_the_line_is_the_one_that_is_asked()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        await using var other = await SimulatedHost.StartAsync(new MachineSeed { Id = "psother", Name = "other" });
        host.Run($"Connect-PsAccount -ApiKey {SimulatedHost.Key} -BaseUri {other.BaseUri} -Name second -NotDefault").Succeeded();
        foreach (var line in new[] { "-Account second", $"-ApiKey {SimulatedHost.Key} -BaseUri {other.BaseUri}", $"-ApiKey '{SimulatedHost.Key}' -BaseUri '{other.BaseUri}'" })
            Assert.Equal("psother", Assert.Single(Complete(host.Session, $"Stop-PsMachine {line} -Id ")).CompletionText);
        Assert.Empty(Complete(host.Session, "Stop-PsMachine -Account (Get-PsAccount second) -Id ps"));
        Assert.Empty(Complete(host.Session, $"Stop-PsMachine -ApiKey wrong -BaseUri {other.BaseUri} -Id ps"));
        Assert.Empty(host.Log);
    }

    private static IReadOnlyList<CompletionResult> Complete(Session session, string line)
    {
        using var shell = session.Start("");
        shell.Commands.Clear();
        return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches;
    }
}
