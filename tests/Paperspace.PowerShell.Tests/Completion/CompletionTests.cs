using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers of an account.</summary>
public abstract class CompletionTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Three =
    [
        new() { Id = "psaaa", Name = "train 1", State = "ready" },
        new() { Id = "psbbb", Name = "it's", State = "off" },
        new() { Id = "psccc", Name = "web", State = "ready" },
    ];

    public static TheoryData<string, string> OfTheAccount => new()
    {
        { "Stop-PsMachine ", "'train 1'|'it''s'|web" },
        { "Stop-PsMachine tr", "'train 1'" },
        { "Stop-PsMachine -Id ", "psaaa|psbbb|psccc" },
        { "Stop-PsMachine -Id we", "psccc" },
        { "Stop-PsMachine psb", "psbbb" },
        { "Wait-PsMachine -MachineId psc", "psccc" },
        { "Get-PsMachine -Name ", "'train 1'|'it''s'|web" },
        { "Get-PsMachine 'tr", "'train 1'" },
        { "New-PsMachine -TemplateId tkni", "tkni3aa4" },
        { "New-PsMachine -Template 'Ubuntu 22.04 S", "'Ubuntu 22.04 Server'" },
        { "New-PsMachine -Template tl1", "tl1h5hec" },
        { "New-PsMachine -User ada", "'ada@example.com'" },
        { "Grant-PsMachineAccess psaaa -User b", "'bob@example.com'" },
        { "Get-PsUser -Email o", "'owner@example.com'" },
    };

    [Theory]
    [MemberData(nameof(OfTheAccount))]
    public async Task Names_of_the_account_are_offered_with_quotes_if_needed(string line, string offered)
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        Assert.Equal(Listed(offered.Split('|')), Tab.Complete(host.Session, line).Select(match => match.CompletionText));
    }

    [Fact]
    public async Task Every_template_that_begins_with_the_word_is_offered_by_id_if_its_name_is_not_unique()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var labels = host.Run("Get-PsTemplate").Succeeded().All<Template>()
            .Select(template => template.Label ?? template.Os ?? "")
            .Where(label => label.StartsWith("ubu", StringComparison.OrdinalIgnoreCase))
            .ToArray();
        var offered = Tab.Complete(host.Session, "New-PsMachine -Template ubu");
        Assert.NotEmpty(labels);
        Assert.Equal(labels.Order(StringComparer.Ordinal), offered.Select(match => match.ListItemText.Split(" (")[0]).Order(StringComparer.Ordinal));
        Assert.Equal(offered.Count, offered.Select(match => match.ListItemText).Distinct().Count());
        Assert.Equal(offered.Count, offered.Select(match => match.CompletionText).Distinct().Count());
    }

    [Fact]
    public async Task The_tooltip_of_a_machine_has_its_name_state_and_region()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        Assert.Equal("psaaa (train 1, ready, P4000, NY2)", Tab.Complete(host.Session, "Stop-PsMachine psa")[0].ToolTip);
    }

    [Theory]
    // A Windows template runs on no type without a GPU, an Ubuntu one on no GRID type.
    [InlineData("New-PsMachine -TemplateId tk9izniv -MachineType C", "")]
    [InlineData("New-PsMachine -TemplateId tkni3aa4 -MachineType C1", "C1|C10")]
    [InlineData("New-PsMachine -Template 'Ubuntu 22.04 Server' -MachineType A", "A4000|A4000x2")]
    [InlineData("New-PsMachine -Template nothing -MachineType Air", "Air")]
    public async Task Types_that_the_template_does_not_support_are_omitted(string line, string offered)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var completed = Tab.Complete(host.Session, line).Select(match => match.CompletionText).ToArray();
        Assert.Equal(offered, string.Join('|', completed.Take(2)));
        if (line.Contains("22.04", StringComparison.Ordinal)) Assert.DoesNotContain("Air", completed);
    }

    [Fact]
    public async Task Repeated_completion_uses_a_cache()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        for (var i = 0; i < 3; i++) Tab.Complete(host.Session, "Stop-PsMachine ");
        Assert.Single(host.Log);
    }

    [Fact]
    public async Task Completion_waits_at_most_a_second_for_the_account()
    {
        var never = new Gate();
        using var host = new FastHost(
            api,
            null,
            async (_, send, token) =>
            {
                await never.PassAsync(token);
                return await send();
            },
            Three);
        var completing = Task.Run(() => Tab.Complete(host.Session, "Stop-PsMachine -MachineId "), TestContext.Current.CancellationToken);
        await never.ArrivedAsync(1);
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(await Eventually.EndsAsync(completing));
    }

    [Fact]
    public async Task A_completed_value_selects_only_the_machine_that_was_shown()
    {
        string[] names =
        [
            "gpu[1]",
            "gpu1",
            "a`b",
            "it's",
            "star*",
            "star1",
            "q?",
            "qq",
            "\u2018typo\u2019",
            "-dash",
            "1e3",
            "$(x)",
            "#c",
            "a;b",
            "{x}",
            "two  spaces",
            "üñí",
        ];
        await using var host = await SimulatedHost.StartAsync(
            api,
            [.. names.Select((name, i) => new MachineSeed { Id = $"ps{i:00}", Name = name })]);
        var matches = Tab.Complete(host.Session, "Get-PsMachine -Name ");
        Assert.Equal(Listed(names), matches.Select(match => match.ListItemText));
        Assert.All(
            matches,
            match =>
                Assert.Equal(match.ListItemText, host.Run($"Get-PsMachine -Name {match.CompletionText}").Succeeded().Single<Machine>().Name)
        );
    }

    [Fact]
    public async Task Names_that_cannot_be_completed_do_not_hide_the_others()
    {
        await using var host = await SimulatedHost.StartAsync(
            api,
            [new() { Id = "psaaa", Name = "" }, new() { Id = "psbbb", Name = "evil\u001b[31m" }, new() { Id = "psccc", Name = "web" }]);
        Assert.Equal("web", Assert.Single(Tab.Complete(host.Session, "Get-PsMachine -Name ")).CompletionText);
        Assert.Equal(
            ["psaaa", "psbbb", "web"],
            Tab.Complete(host.Session, "Stop-PsMachine ").Select(match => match.CompletionText).Order(StringComparer.Ordinal));
        var byId = Tab.Complete(host.Session, "Stop-PsMachine -Id ");
        Assert.Equal(Listed("psaaa", "psbbb", "psccc"), byId.Select(match => match.CompletionText));
        Assert.All(byId, match => Assert.DoesNotContain('\u001b', match.ToolTip));
    }

    [Theory]
    [InlineData("Get-PsMachine 'it''", "'it''s'")]
    [InlineData("Get-PsMachine *eb", "web")]
    [InlineData("Get-PsMachine \"tr", "'train 1'")]
    public async Task Quoted_text_and_wildcards_are_completed(string line, string completed)
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        Assert.Equal(completed, Assert.Single(Tab.Complete(host.Session, line)).CompletionText);
    }

    [Fact]
    public async Task Completion_uses_the_account_on_the_command_line()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        await using var other = await SimulatedHost.StartAsync(api, new MachineSeed { Id = "psother", Name = "other" });
        host.Run($"Connect-PsAccount -ApiKey {SimulatedHost.Key} -BaseUri {other.BaseUri} -Name second -NotDefault").Succeeded();
        foreach (
            var line in new[]
            {
                "-Account second",
                $"-ApiKey {SimulatedHost.Key} -BaseUri {other.BaseUri}",
                $"-ApiKey '{SimulatedHost.Key}' -BaseUri '{other.BaseUri}'",
            })
            Assert.Equal("psother", Assert.Single(Tab.Complete(host.Session, $"Stop-PsMachine {line} -Id ")).CompletionText);
        Assert.Empty(Tab.Complete(host.Session, "Stop-PsMachine -Account (Get-PsAccount second) -Id ps"));
        Assert.Empty(Tab.Complete(host.Session, $"Stop-PsMachine -ApiKey wrong -BaseUri {other.BaseUri} -Id ps"));
        Assert.Empty(host.Log);
    }

    /// <summary>Returns what the account has from the oldest on in the order of the API's lists: those of V1 begin with the
    /// newest.</summary>
    private IEnumerable<string> Listed(params string[] offered) => api == PaperspaceApiVersion.Core ? offered : offered.Reverse();
}
