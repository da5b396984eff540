using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>Resources of one account in the pipeline while another is the default.</summary>
[Collection(Surroundings.Name)]
public sealed class ResourceOwnerTests : IDisposable
{
    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();

    public ResourceOwnerTests()
    {
        // The same number of machines would have the same ids.
        _session.Run("Connect-PsAccount -Simulator -Name lab -MachineCount 8 -Speed 600").Succeeded();
        _session.Run("Connect-PsAccount -Simulator -Name trial -MachineCount 5 -Speed 600 -NotDefault").Succeeded();
    }

    public void Dispose()
    {
        _session.Dispose();
        _surroundings.Dispose();
    }

    [Theory]
    [InlineData("Get-PsMachine -Account trial | Stop-PsMachine -Wait")]
    [InlineData("Stop-PsMachine (Get-PsMachine -Account trial) -Wait")]
    [InlineData("Get-PsMachineEvent -Account trial -Limit 40 | Stop-PsMachine -Wait")]
    [InlineData("Get-PsMachineUtilization -Account trial | Stop-PsMachine -Wait")]
    public void A_command_uses_the_account_of_its_input(string command)
    {
        var before = States("lab");
        _session.Run(command).Succeeded();
        Assert.Equal(before, States("lab"));
        Assert.Equal(5, States("trial").Count);
        Assert.All(States("trial"), state => Assert.Equal("off", state));
    }

    [Fact]
    public void Another_account_on_the_command_line_is_an_error_and_changes_nothing()
    {
        var before = States("lab");
        var outcome = _session.Run("Get-PsMachine desktop-0001 -Account trial | Start-PsMachine -Account lab");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.StartPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains(
            "(desktop-0001) is from the account 'trial', but this command uses 'lab'. Use -Account 'trial'.",
            outcome.Error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal(before, States("lab"));
    }

    [Fact]
    public void A_machine_of_a_second_account_is_an_error_and_the_others_are_started()
    {
        var outcome = _session.Run(
            "$a = Get-PsMachine train-0002 -Account trial; $b = Get-PsMachine train-0002 -Account lab; $a, $b | Start-PsMachine -Wait");
        Assert.Contains("is from the account 'lab', but this command uses 'trial'", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("ready", _session.Run("(Get-PsMachine train-0002 -Account trial).State").Single<string>());
        Assert.Equal("off", _session.Run("(Get-PsMachine train-0002 -Account lab).State").Single<string>());
    }

    [Fact]
    public void A_resource_of_another_account_in_a_parameter_is_an_error()
    {
        var outcome = _session.Run(
            "$templates = Get-PsTemplate -Account trial; "
            + "New-PsMachine x -Account lab -Template $templates[0] -Region NY2 -MachineType P4000 -Size 50");
        Assert.Contains("is from the account 'trial'", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Equal(8, States("lab").Count);
    }

    [Fact]
    public void A_machine_of_a_disconnected_account_is_an_error_that_names_it()
    {
        var outcome = _session.Run("$m = Get-PsMachine train-0002 -Account trial; Disconnect-PsAccount trial; $m | Start-PsMachine");
        Assert.Contains(
            "is from the account 'trial', which was disconnected. Read it again from the account 'lab'.",
            outcome.Error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Machines_are_used_in_a_runspace_without_an_account()
    {
        using var other = new Session();
        other.Set("machine", _session.Run("Get-PsMachine train-0002 -Account trial").Output[0]);
        other.Run("$machine | Start-PsMachine -Wait").Succeeded();
        Assert.Equal("ready", _session.Run("(Get-PsMachine train-0002 -Account trial).State").Single<string>());
    }

    [Fact]
    public void Accounts_are_selected_by_several_names_and_by_wildcards()
    {
        Assert.Equal(["lab", "trial"], _session.Run("(Get-PsAccount la*, trial).Name").All<string>().Order());
        _session.Run("Disconnect-PsAccount l*, trial").Succeeded();
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand", _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("Stop-PsMachine train-0005, ps5g777q3, 'train-*', (Get-PsMachine train-0005)")]
    [InlineData("'train-0005', 'ps5g777q3' | Restart-PsMachine")]
    [InlineData("1..3 | ForEach-Object { Get-PsMachine train-0005 } | Stop-PsMachine")]
    public void A_machine_that_is_given_twice_is_acted_on_once(string command)
    {
        var outcome = _session.Run($"{command} -PassThru").Succeeded();
        Assert.Single(outcome.All<Machine>(), machine => machine.Name == "train-0005");
    }

    private IReadOnlyList<string> States(string account) =>
        [.. _session.Run($"Get-PsMachine -Account {account}").Succeeded().All<Machine>().OrderBy(machine => machine.Id).Select(machine => machine.State!)];
}
