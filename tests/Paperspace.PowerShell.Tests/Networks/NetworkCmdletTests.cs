using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Networks;

/// <summary>The cmdlets for networks.</summary>
public sealed class NetworkCmdletTests
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    [Fact]
    public async Task Networks_are_created_renamed_and_deleted_by_name()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var created = host.Run("'lab', 'data set' | New-PsNetwork -Region NY2").Succeeded().All<Network>();
        Assert.Equal(["data set", "lab"], created.Select(network => network.Name).Order(StringComparer.Ordinal));
        Assert.All(created, network => Assert.Equal(("NY2", false), (network.Region, network.IsDefault)));
        Assert.Equal("lab 2", host.Run("Set-PsNetwork lab 'lab 2' -PassThru").Succeeded().Single<Network>().Name);
        Assert.Equal("data set", host.Run("Remove-PsNetwork 'data set' -PassThru -Confirm:$false").Succeeded().Single<Network>().Name);
        Assert.Equal("lab 2", host.Run("Get-PsNetwork").Succeeded().Single<Network>().Name);
    }

    [Fact]
    public async Task Names_ids_wildcards_and_regions_select()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var networks = host.Run("'lab-1', 'lab-2' | New-PsNetwork -Region NY2; New-PsNetwork lab-3 CA1").Succeeded().All<Network>();
        Assert.Equal(["lab-1", "lab-2", "lab-3"], Names(host.Run("Get-PsNetwork LAB-*")));
        Assert.Equal(["lab-1", "lab-2"], Names(host.Run("Get-PsNetwork -Region ny2")));
        Assert.Equal(["lab-3"], Names(host.Run("Get-PsNetwork lab-* -Region 'West Coast (CA1)'")));
        var id = networks.Single(network => network.Name == "lab-2").Id;
        Assert.Equal(["lab-2"], Names(host.Run($"Get-PsNetwork {id}")));
        Assert.Equal(["lab-2"], Names(host.Run($"'{id}' | Get-PsNetwork")));
        Assert.Equal(["lab-2"], Names(host.Run($"[pscustomobject] @{{ NetworkId = '{id}' }} | Get-PsNetwork")));
        Assert.Equal(["lab-1", "lab-2", "lab-3"], Names(host.Run("Get-PsNetwork | Get-PsNetwork")));
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_that_lists_the_names()
    {
        await using var host = await SimulatedHost.StartV1Async();
        host.Run("New-PsNetwork lab NY2").Succeeded();
        foreach (
            var command in new[]
            {
                "Get-PsNetwork lap",
                "Get-PsNetwork -Id lap",
                "Set-PsNetwork lap x",
                "Remove-PsNetwork lap -Confirm:$false",
            })
        {
            var error = Assert.Single(host.Run(command).Errors);
            Assert.StartsWith("ResourceNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal("There is no network 'lap'. Did you mean 'lab'?", error.Exception.Message);
        }

        Assert.Empty(host.Run("Get-PsNetwork zz*; Remove-PsNetwork zz* -Confirm:$false").Succeeded().Output);
    }

    [Fact]
    public async Task An_ambiguous_name_is_an_error_that_lists_the_ids()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var networks = host.Run("New-PsNetwork lab NY2; New-PsNetwork lab CA1").Succeeded().All<Network>();
        var error = Assert.Single(host.Run("Remove-PsNetwork lab -Confirm:$false").Errors);
        Assert.StartsWith("AmbiguousName,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.All(networks, network => Assert.Contains(network.Id, error.Exception.Message, StringComparison.Ordinal));
        Assert.Equal(2, host.Run("Get-PsNetwork").Succeeded().All<Network>().Count);
    }

    [Fact]
    public async Task A_pattern_with_one_match_selects_it()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var lab = host.Run("New-PsNetwork other NY2; New-PsNetwork lab[1] NY2").Succeeded().All<Network>()[1];
        foreach (var pattern in new[] { "LA*", "lab[1]", "lab`[1`]" })
            Assert.Equal(lab.Id, host.Run($"Set-PsMachine psaaa -Network '{pattern}' -PassThru").Succeeded().Single<Machine>().NetworkId);
        Assert.StartsWith(
            "AmbiguousName,",
            Assert.Single(host.Run("Set-PsMachine psaaa -Network *").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_network_of_a_machine_is_shown_as_such()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var network = host.Run("Get-PsMachine -Id psaaa | Get-PsNetwork").Succeeded().Single<Network>();
        Assert.Equal((true, null), (network.IsDefault, network.Name));
        Assert.NotEmpty(network.Id);
    }

    [Fact]
    public async Task The_networks_of_machines_that_joined_none_are_listed_once_each()
    {
        await using var host = await SimulatedHost.StartV1Async(
            [.. Two, new() { Id = "psccc", Name = "three", Region = "AMS1" }]);
        host.Run("New-PsNetwork lab NY2").Succeeded();
        var machines = host.Run("Get-PsMachine").Succeeded().All<Machine>();
        var networks = host.Run("Get-PsNetwork").Succeeded().All<Network>();
        Assert.Equal("lab", networks[0].Name);
        var defaults = networks.Skip(1).ToArray();
        Assert.Equal(machines.Select(machine => machine.NetworkId).Distinct().Order(), defaults.Select(network => network.Id).Order());
        Assert.All(defaults, network => Assert.Equal((true, null), (network.IsDefault, network.Name)));
        Assert.Equal(["AMS1", "NY2"], defaults.Select(network => network.Region).Order());
        Assert.Equal(2, host.Run("Get-PsNetwork -Region NY2").Succeeded().All<Network>().Count);
        Assert.Equal(defaults[0].Id, host.Run($"Get-PsNetwork {defaults[0].Id}").Succeeded().Single<Network>().Id);
        Assert.Equal(defaults[0].Id, host.Run($"Get-PsNetwork -Id {defaults[0].Id}").Succeeded().Single<Network>().Id);
        Assert.Equal(2, host.Run("Get-PsMachine | Get-PsNetwork").Succeeded().All<Network>().Count);
        Assert.Equal(3, host.Run("Get-PsNetwork | Get-PsNetwork").Succeeded().All<Network>().Count);
    }

    [Fact]
    public async Task The_network_of_a_machine_that_joined_none_is_not_chosen_for_another()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var created = host.Run("Get-PsMachine one | New-PsMachine -Name copy -Size 50 -TemplateId tkni3aa4").Succeeded().Single<Machine>();
        Assert.Equal("copy", created.Name);
        Assert.DoesNotContain("networkId", host.Log.Single(request => request.Method == "POST").Body ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_network_is_accepted_as_a_network()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var error = Assert.Single(host.Run("Get-PsMachineEvent psaaa -Limit 1 | Remove-PsNetwork -Confirm:$false").Errors);
        Assert.Contains("A MachineEvent was given where a network was expected", error.Exception.Message, StringComparison.Ordinal);
        host.Run("New-PsNetwork lab NY2").Succeeded();
        Assert.NotEmpty(host.Run("Get-PsNetwork lab | Stop-PsMachine").Errors);
        Assert.DoesNotContain(host.Log, request => request.Method is "DELETE" or "PATCH");
    }

    [Theory]
    [InlineData("Get-PsNetwork $null")]
    [InlineData("Get-PsNetwork ''")]
    [InlineData("Get-PsNetwork -Id $null")]
    [InlineData("Get-PsNetwork -Region $null")]
    [InlineData("$null | Remove-PsNetwork -Confirm:$false")]
    [InlineData("Remove-PsNetwork $null -Confirm:$false")]
    [InlineData("Remove-PsNetwork @() -Confirm:$false")]
    [InlineData("Set-PsNetwork lab $null")]
    [InlineData("Set-PsNetwork lab ''")]
    [InlineData("New-PsNetwork '' NY2")]
    [InlineData("New-PsNetwork lab2 ''")]
    public async Task An_empty_value_selects_nothing_and_is_reported(string command)
    {
        await using var host = await SimulatedHost.StartV1Async();
        host.Run("New-PsNetwork lab NY2").Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        var outcome = host.Run(command);
        Assert.NotEmpty(outcome.Errors);
        Assert.Empty(outcome.Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Fact]
    public async Task Moving_machines_prompts_unless_Force_is_specified()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var asked = Assert.Single(host.Run("New-PsNetwork lab NY2 -MigrateMachines").Errors);
        Assert.Contains("-Force", asked.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
        var network = host.Run("New-PsNetwork lab NY2 -MigrateMachines -Force").Succeeded().Single<Network>();
        Assert.All(host.Run("Get-PsMachine").Succeeded().All<Machine>(), machine => Assert.Equal(network.Id, machine.NetworkId));
    }

    [Theory]
    [InlineData("New-PsNetwork lab NY2 -WhatIf")]
    [InlineData("New-PsNetwork lab NY2")]
    [InlineData("Set-PsNetwork 'New York' x -WhatIf")]
    [InlineData("Remove-PsNetwork 'New York' -WhatIf")]
    public async Task The_Core_API_lists_networks_and_reports_that_it_cannot_change_them(string command)
    {
        await using var host = await SimulatedHost.StartAsync();
        Assert.Contains("New York", Names(host.Run("Get-PsNetwork")));
        Assert.Equal(["New York"], Names(host.Run("Get-PsNetwork new*")));
        Assert.StartsWith("NotSupported,", Assert.Single(host.Run(command).Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_command_reports_what_was_created()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var outcome = host.Run("foreach ($i in 1) { 'a', 'b', 'c' | New-PsNetwork -Region NY2 | ForEach-Object { $_; break } }");
        var told = string.Join(" ", outcome.Warnings) + outcome.Single<Network>().Id;
        Assert.All(
            host.Run("Get-PsNetwork").Succeeded().All<Network>(),
            network => Assert.Contains(network.Id, told, StringComparison.Ordinal));
    }

    private static string?[] Names(Outcome outcome) =>
        [.. outcome.Succeeded().All<Network>().Select(network => network.Name).Order(StringComparer.Ordinal)];
}
