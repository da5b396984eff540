using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Faults;

/// <summary>A machine that a session created is known to its next commands, although the API does not show it for some seconds.</summary>
public sealed class NewMachineTests
{
    private const string Create = "New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2";

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public static TheoryData<PaperspaceApiVersion, string> Commands => new MatrixTheoryData<PaperspaceApiVersion, string>(
        [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1],
        [
            "Get-PsMachine", "Get-PsMachine new", "Get-PsMachine n*", "Get-PsMachine -Name new", "Get-PsMachine $created", "Get-PsMachine $created.Id",
            "Get-PsMachine -Region NY2 -Name new", "Wait-PsMachine new -State ready",
            "$created | Set-PsMachine -Name new -PassThru", "Set-PsMachine n* -Name new -PassThru",
            "Get-PsMachine | Remove-PsMachine -Wait -PassThru -Confirm:$false",
        ]);

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_next_command_finds_it(PaperspaceApiVersion api, string command)
    {
        using var host = Host(api, 4);
        var outcome = host.Run($"$created = {Create} new; {command}").Succeeded();
        Assert.Equal("new", outcome.Single<Machine>().Name);
    }

    [Theory]
    [InlineData("Stop-PsMachine new -PassThru")]
    [InlineData("$created | Stop-PsMachine -Wait")]
    [InlineData("$created | Restart-PsMachine -PassThru")]
    public void An_action_that_Core_alone_accepts_so_early_finds_it(string command) => The_next_command_finds_it(PaperspaceApiVersion.Core, command);

    [Theory]
    [MemberData(nameof(Apis))]
    public void It_is_found_to_be_removed_and_is_not_shown_again(PaperspaceApiVersion api)
    {
        using var host = Host(api, 4);
        host.Run($"{Create} new | Out-Null; Remove-PsMachine new -Wait -Confirm:$false").Succeeded();
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_list_that_shows_it_asks_nothing_more(PaperspaceApiVersion api)
    {
        using var host = Host(api, 0);
        host.Run($"{Create} new").Succeeded();
        var before = host.Lines().Count;
        Assert.Single(host.Run("Get-PsMachine").Succeeded().All<Machine>());
        Assert.DoesNotContain(host.Lines().Skip(before), line => line.Contains("getMachinePublic", StringComparison.Ordinal) || line.Contains("/machines/ps", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_does_not_appear_is_not_made_up(PaperspaceApiVersion api)
    {
        using var host = Host(api, 3600);
        host.Run($"{Create} new").Succeeded();
        var began = host.Clock.GetUtcNow();
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
        Assert.InRange(host.Clock.GetUtcNow() - began, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        Assert.StartsWith("MachineNotFound,", host.Run("Get-PsMachine new").Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("V1", "\"machines/$($created.Id)\"")]
    [InlineData("Core", "machines/getMachinePublic -Query @{ machineId = $created.Id }")]
    public void The_simulated_account_lags_by_default(string api, string path)
    {
        using var session = new Session(null);
        // At this speed a second of lag takes more than a minute.
        session.Run($"Connect-PsAccount -Simulator -ApiVersion {api} -Speed 0.01; $global:created = {Create} new").Succeeded();
        var error = session.Run($"Invoke-PsRestMethod {path}").Error;
        Assert.True(error.Exception is PaperspaceException { Status: 404 }, error.ToString());
    }

    private static FastHost Host(PaperspaceApiVersion api, int seconds) =>
        new(api, new SimulatorOptions { Lag = new() { Creation = TimeSpan.FromSeconds(seconds) } });
}
