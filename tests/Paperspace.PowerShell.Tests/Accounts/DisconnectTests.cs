using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;

namespace Paperspace.PowerShell.Tests.Accounts;

/// <summary>What is left of an account once it was disconnected, replaced or left behind.</summary>
[Collection(Surroundings.Name)]
public sealed class DisconnectTests : IAsyncLifetime
{
    private readonly Surroundings _surroundings = new();
    private readonly Session _session = new();
    private readonly SimulatedPaperspace _paperspace = new(new SimulatorOptions { LogCapacity = 100, Machines = 1 });
    private SimulatorServer? _server;

    private string LastKey => _paperspace.Log[^1].Headers["X-Api-Key"];

    public async ValueTask InitializeAsync()
    {
        _server = await SimulatorServer.StartAsync(_paperspace);
        _surroundings.Set("PAPERSPACE_CONFIG_HOST", _server.BaseUri.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        _session.Dispose();
        _surroundings.Dispose();
        await _server!.DisposeAsync();
    }

    [Fact]
    public void The_account_of_the_environment_can_be_used_again_after_it_was_disconnected()
    {
        _surroundings.Set("PAPERSPACE_API_KEY", "from-variable");
        Assert.Single(_session.Run("Get-PsAccount | Disconnect-PsAccount; Get-PsMachine").Succeeded().Output);
        Assert.Equal("from-variable", LastKey);
    }

    [Fact]
    public void An_object_of_a_disconnected_account_is_an_error_that_says_so()
    {
        var outcome = _session.Run(
            "$a = Connect-PsAccount -Simulator -PassThru -Name q; Disconnect-PsAccount q; Get-PsMachine -Account $a");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.GetPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains("'q' was disconnected", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Connect-PsAccount -Name 'q'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_of_a_replaced_account_is_an_error_that_names_the_new_one()
    {
        var outcome = _session.Run(
            "$a = Connect-PsAccount -Simulator -PassThru -Name q; Connect-PsAccount -Simulator -Name q; Get-PsMachine -Account $a");
        Assert.Contains("Another is connected by its name now: -Account 'q'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Disconnecting_the_object_of_a_replaced_account_leaves_the_new_one_connected_and_the_default()
    {
        var outcome = _session.Run(
            """
            $old = Connect-PsAccount -Simulator -PassThru -Name q
            Connect-PsAccount -Simulator -Name q -MachineCount 2
            Disconnect-PsAccount $old
            Get-PsMachine; Get-PsMachine -Account q
            """).Succeeded();
        Assert.Equal(4, outcome.All<Machine>().Count);
    }

    [Fact]
    public void Replacing_the_default_account_without_making_it_the_default_leaves_it_the_default()
    {
        _session
            .Run(
                "Connect-PsAccount -Simulator -Name a; Connect-PsAccount -Simulator -Name b -NotDefault; Connect-PsAccount -Simulator "
                    + "-Name a -NotDefault")
            .Succeeded();
        Assert.Equal(
            [true, false],
            _session.Run("'a', 'b' | Get-PsAccount").Succeeded().All<PaperspaceAccount>().Select(account => account.IsDefault));
    }

    [Theory]
    [InlineData("Get-PsMachine")]
    [InlineData("Remove-PsMachine psaaa -Confirm:$false")]
    [InlineData("Get-PsAccount -Name nothing")]
    [InlineData("Disconnect-PsAccount")]
    public void Without_the_default_account_an_error_names_the_connected_ones_and_the_key_of_the_environment_is_not_used(string command)
    {
        _surroundings.Set("PAPERSPACE_API_KEY", "from-variable");
        _session
            .Run("Connect-PsAccount -Simulator; Connect-PsAccount -Simulator -Name work -NotDefault; Disconnect-PsAccount default")
            .Succeeded();
        var error = _session.Run(command).Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connected: work", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_paperspace.Log);
        Assert.Equal("work", _session.Run("Get-PsAccount").Single<PaperspaceAccount>().Name);
    }

    [Fact]
    public void Once_all_are_disconnected_the_key_of_the_environment_is_used_again()
    {
        _surroundings.Set("PAPERSPACE_API_KEY", "from-variable");
        _session
            .Run(
                "Connect-PsAccount -Simulator; Connect-PsAccount -Simulator -Name work; Get-PsAccount | Disconnect-PsAccount; Get-PsMachine"
            )
            .Succeeded();
        Assert.Equal("from-variable", LastKey);
    }

    [Fact]
    public void An_account_connected_after_the_default_was_disconnected_becomes_the_default()
    {
        _session
            .Run("Connect-PsAccount -Simulator -Name a; Connect-PsAccount -Simulator -Name b -NotDefault; Disconnect-PsAccount a")
            .Succeeded();
        Assert.False(_session.Run("Connect-PsAccount -Simulator -Name c -NotDefault -PassThru").Single<PaperspaceAccount>().IsDefault);
        Assert.True(_session.Run("Connect-PsAccount -Simulator -Name d -PassThru").Single<PaperspaceAccount>().IsDefault);
    }

    [Fact]
    public void An_unknown_name_does_not_prevent_disconnecting_or_showing_the_others()
    {
        _session.Run("Connect-PsAccount -Simulator -Name a; Connect-PsAccount -Simulator -Name b").Succeeded();
        var shown = _session.Run("'a', 'nobody', 'b' | Get-PsAccount");
        Assert.Equal(["a", "b"], shown.All<PaperspaceAccount>().Select(account => account.Name));
        Assert.Contains("'nobody'", shown.Error.ToString(), StringComparison.Ordinal);
        Assert.Contains("'nobody'", _session.Run("'a', 'nobody', 'b' | Disconnect-PsAccount").Error.ToString(), StringComparison.Ordinal);
        Assert.Equal("ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand", _session.Run("Get-PsMachine").Error.FullyQualifiedErrorId);
    }

    [Fact]
    public void An_account_disconnected_in_another_runspace_is_an_error_here_until_it_is_connected_again()
    {
        _surroundings.Set("PAPERSPACE_API_KEY", "from-variable");
        using var other = new Session();
        var account = _session.Run("Connect-PsAccount -Simulator -PassThru").Single<PaperspaceAccount>();
        other.Set("account", account);
        other.Run("Get-PsMachine -Account $account; Disconnect-PsAccount $account").Succeeded();
        Assert.Contains("'default' was disconnected", _session.Run("Get-PsMachine").Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(_paperspace.Log);
        _session.Run("Connect-PsAccount -Simulator; Get-PsMachine").Succeeded();
    }

    [Fact]
    public void An_account_does_not_survive_into_the_next_use_of_a_pooled_runspace()
    {
        var outcome = _session.Run(
            $$"""
            1..3 | ForEach-Object -ThrottleLimit 1 -Parallel {
                Import-Module '{{RepositoryPaths.Manifest}}'
                if ($_ -eq 1) { Connect-PsAccount -Simulator -MachineCount 5 }
                try { "$_ $(@(Get-PsMachine).Count)" } catch { $_.FullyQualifiedErrorId }
            }
            """).Succeeded();
        var missing = "ApiKeyMissing,Paperspace.PowerShell.GetPsMachineCommand";
        Assert.Equal(["1 5", missing, missing], outcome.All<string>());
    }

    [Fact]
    public void An_account_that_is_not_connected_need_not_be_connected_to_disconnect_it()
    {
        var error = _session.Run("Connect-PsAccount -Simulator; Disconnect-PsAccount nosuch").Error.ToString();
        Assert.Contains("No account is connected by the name 'nosuch'. Connected: default.", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Connect-PsAccount", error, StringComparison.Ordinal);
    }
}
