using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What errors say that the account has instead, and what that costs.</summary>
public abstract class HintTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one" };

    [Fact]
    public async Task Many_unknown_ids_cause_one_list_request()
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        var outcome = host.Run("100..355 | % { \"psx$_\" } | Stop-PsMachine -ThrottleLimit 64");
        Assert.Equal(256, outcome.Errors.Count);
        Assert.Single(host.Lines(), IsList);
    }

    [Fact]
    public async Task If_the_list_fails_the_errors_have_no_hint_and_the_list_is_not_requested_again()
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        host.Paperspace.Inject(new SimulatedFault { Path = "^(/machines/getMachines|/v1/machines)$", Times = int.MaxValue, Status = 500 });
        var outcome = host.Run("'psx1', 'psx2', 'psx3' | Stop-PsMachine -ThrottleLimit 1");
        Assert.Equal(3, outcome.Errors.Count);
        Assert.All(outcome.Errors, error => Assert.StartsWith("MachineNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal));
        Assert.Single(host.Lines(), IsList);
    }

    [Fact]
    public async Task A_list_that_hangs_does_not_delay_the_errors()
    {
        var never = new Gate();
        using var host = new FastHost(
            api,
            null,
            async (request, send, token) =>
            {
                if (MachineRequests.IsList(request)) await never.PassAsync(token);
                return await send();
            },
            One);
        var running = Task.Run(() => host.Run("'psx1', 'psx2', 'psx3' | Stop-PsMachine"), TestContext.Current.CancellationToken);
        await never.ArrivedAsync(1);
        host.Clock.Advance(TimeSpan.FromSeconds(2));
        var outcome = await Eventually.EndsAsync(running);
        Assert.Equal(3, outcome.Errors.Count);
        Assert.Equal(1, never.Arrived);
    }

    [Theory]
    [InlineData("Get-PsMachineAvailability Mars P4000", "NY2")]
    [InlineData("New-PsMachine a -Region Mars -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4", "NY2")]
    [InlineData("New-PsMachine a -Region NY2 -MachineType P400 -Size 50 -BillingType hourly -TemplateId tkni3aa4", "P4000")]
    public async Task An_unknown_value_lists_the_known_ones(string script, string known)
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        var outcome = host.Run(script);
        Assert.Contains(
            known,
            string.Join('\n', outcome.Errors.Select(error => error.ToString()).Concat(outcome.Warnings)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_the_API_is_sanitized_for_the_terminal()
    {
        var screen = new RecordingHost(width: 300, answer: "&No");
        await using var host = await SimulatedHost.StartAsync(
            screen,
            api,
            new()
            {
                Id = "psaaa",
                Name = "evil\u001b[31m",
                State = "re\u001b[2Jady",
            },
            new() { Id = "psbbb", Name = "evil-1" });
        var outcome = host.Run(
            """
            $VerbosePreference = 'Continue'
            Get-PsMachine -MachineId psaaa | Remove-PsMachine
            Get-PsMachine | Remove-PsMachine -WhatIf
            Get-PsMachine | Set-PsMachine -Name { $_.Name } -WhatIf
            Get-PsMachine evil
            Stop-PsMachine 'evil x'
            Get-PsMachine -State "a`e[31m,b"
            Start-PsMachine psaaa -Wait -Timeout 0
            """);
        var shown = outcome.Errors.Select(error => error + error.ErrorDetails?.Message + error.Exception.Message + error.CategoryInfo)
            .Concat(outcome.Warnings).Concat(outcome.Verbose).Concat(screen.Questions).Concat(screen.Progress).Append(screen.Text);
        Assert.All(shown, text => Assert.DoesNotContain('\u001b', text));
        Assert.NotEmpty(outcome.Errors);
        Assert.NotEmpty(screen.Questions);
    }

    private static bool IsList(string line) =>
        line.StartsWith("GET /machines/getMachines", StringComparison.Ordinal)
        || line.StartsWith("GET /v1/machines?", StringComparison.Ordinal);
}
