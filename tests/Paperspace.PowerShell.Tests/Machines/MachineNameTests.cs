using System.Globalization;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>One rule for names: one or several, with wildcards or without, in any case, with a limit, a skip or ids beside them.</summary>
public abstract class MachineNameTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Seeds =
    [
        new() { Id = "ps1", Name = "first" },
        new() { Id = "ps2", Name = "ci-1" },
        new() { Id = "ps3", Name = "CI-1", State = "off" },
        new() { Id = "ps4", Name = "last", Region = "CA1" },
        new() { Id = "ps5", Name = "I-big-I" },
        new() { Id = "ps6", Name = "gpu[1]" },
        new() { Id = "ps7", Name = "gpu1" },
    ];

    [Theory]
    [InlineData("Get-PsMachine first,last -Limit 1", "ps1")]
    [InlineData("Get-PsMachine first,last -Limit 0", "")]
    [InlineData("Get-PsMachine first,nosuch -Limit 1", "ps1")]
    [InlineData("Get-PsMachine last -Skip 1", "")]
    [InlineData("Get-PsMachine ci-1 -Skip 1", "ps3")]
    [InlineData("Get-PsMachine ci-1", "ps2,ps3")]
    [InlineData("Get-PsMachine CI-1", "ps2,ps3")]
    [InlineData("Get-PsMachine CI-1,first", "ps1,ps2,ps3")]
    [InlineData("Get-PsMachine ci-? -Skip 1 -Limit 5", "ps3")]
    [InlineData("Get-PsMachine -Id ps1,ps2,ps3 -Limit 2 -ThrottleLimit 1", "ps1,ps2")]
    [InlineData("Get-PsMachine -Id ps1,ps2,ps3 -Skip 1 -Limit 1 -ThrottleLimit 1", "ps2")]
    [InlineData("'ps1','ps2','ps3' | Get-PsMachine -Limit 1 -ThrottleLimit 1", "ps1")]
    [InlineData("Get-PsMachine -Id ps1,ps2,ps3 -Name ci-1 -ThrottleLimit 1", "ps2,ps3")]
    [InlineData("Get-PsMachine 'gpu`[1`]'", "ps6")]
    [InlineData("Get-PsMachine 'gpu[1]'", "ps6")]
    public async Task Names_select_the_same_machines_in_every_combination(string script, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        Assert.Equal(ids, string.Join(',', host.Run(script).Succeeded().All<Machine>().Select(machine => machine.Id)));
    }

    [Theory]
    [InlineData("Get-PsMachine first,nosuch", "ps1", "nosuch")]
    [InlineData("Get-PsMachine -Id ps1 -Name nosuch", "", "nosuch")]
    [InlineData("Get-PsMachine -Id ps1,ps2 -Name first,nosuch", "ps1", "nosuch")]
    [InlineData("Get-PsMachine nosuch -Skip 1", "", "nosuch")]
    [InlineData("Get-PsMachine nosuch,NoSuch", "", "nosuch")]
    public async Task An_unknown_name_is_one_error(string script, string ids, string target)
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        var outcome = host.Run(script);
        Assert.Equal(ids, string.Join(',', outcome.All<Machine>().Select(machine => machine.Id)));
        Assert.Equal(target, Assert.Single(outcome.Errors).TargetObject);
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_also_with_filters()
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        Assert.StartsWith(
            "MachineNotFound",
            host.Run("Get-PsMachine -Id psnone -State off").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
        Assert.Empty(host.Run("Get-PsMachine -Id ps1 -State off").Succeeded().Output);
    }

    [Fact]
    public async Task Many_ids_with_a_name_are_matched_each_once()
    {
        await using var host = await SimulatedHost.StartAsync(
            api,
            [.. Enumerable.Range(0, 200).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i % 2}" })]);
        var found = host.Run("Get-PsMachine | Get-PsMachine -Name m1 -ThrottleLimit 64").Succeeded().All<Machine>();
        Assert.Equal(100, found.Select(machine => machine.Id).Distinct().Count());
        Assert.Equal(100, found.Count);
    }

    [Theory]
    [InlineData("i-BIG*")]
    [InlineData("i-BIG-i")]
    public async Task Case_does_not_depend_on_the_culture(string name)
    {
        var culture = CultureInfo.CurrentCulture;
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            host.Session.Set("name", name);
            Assert.Equal("ps5", host.Run("[cultureinfo]::CurrentCulture = 'tr-TR'; Get-PsMachine $name").Succeeded().Single<Machine>().Id);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Theory]
    [InlineData("-State Off", "ps3")]
    [InlineData("-State off,OFF", "ps3")]
    [InlineData("-State off,ready -Region ca1", "ps4")]
    [InlineData("-Region CA1,AMS1", "ps4")]
    [InlineData("-Region 'west coast (ca1)'", "ps4")]
    [InlineData("-AgentType linuxheadless -Limit 1", "ps1")]
    [InlineData("-MachineType p4000 -Limit 2", "ps1,ps2")]
    [InlineData("-MachineType P4000,C5 -Skip 5 -Limit 1", "ps6")]
    [InlineData("-State off,ready -Limit 3", "ps1,ps2,ps3")]
    public async Task Known_values_are_accepted_in_any_case_and_in_lists(string parameters, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        var outcome = host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Equal(ids, string.Join(',', outcome.All<Machine>().Select(machine => machine.Id)));
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public async Task Several_values_are_one_list_that_streams_and_emits_no_machine_twice()
    {
        await using var host = await SimulatedHost.StartAsync(
            api,
            [.. Enumerable.Range(0, 2500).Select(i => new MachineSeed { Id = $"ps{i:0000}", Name = $"m{i}" })]);
        host.Session.Set("lines", (Func<int>)(() => host.Log.Count));
        var seen = host.Run("Get-PsMachine -State off,ready,ready | ForEach-Object { $lines.Invoke() }").Succeeded().All<int>();
        Assert.Equal(2500, seen.Count);
        // The next page may be under way while one is taken.
        var (page, most) = api == PaperspaceApiVersion.Core ? (1000, 1) : (120, 2);
        Assert.All(seen.Take(page), count => Assert.InRange(count, 1, most));
    }

    [Theory]
    [InlineData("-State redy", "ready")]
    [InlineData("-State redy,of", "off")]
    [InlineData("-Region NY3", "NY2")]
    [InlineData("-AgentType LinuxHedless", "LinuxHeadless")]
    [InlineData("-MachineType P400", "P4000")]
    public async Task An_unknown_value_without_a_match_is_a_warning_with_the_nearest_value(string parameters, string nearest)
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        var outcome = host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Contains(nearest, string.Join('\n', outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_value_without_a_match_is_not_a_warning()
    {
        await using var host = await SimulatedHost.StartAsync(api, InOrder(Seeds));
        Assert.Empty(host.Run("Get-PsMachine -State upgrading").Succeeded().Warnings);
    }

    /// <summary>Returns machines so that the API lists them in this order: one lists the newest first.</summary>
    private MachineSeed[] InOrder(MachineSeed[] machines) => api == PaperspaceApiVersion.Core ? machines : [.. machines.Reverse()];
}
