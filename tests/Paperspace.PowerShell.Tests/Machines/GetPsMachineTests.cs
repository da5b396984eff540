using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>How machines are listed, found and read.</summary>
public abstract class GetPsMachineTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Three =
    [
        new() { Id = "psaaa", Name = "train-1", State = "ready" },
        new() { Id = "psbbb", Name = "train-2", State = "off", Region = "West Coast (CA1)" },
        new() { Id = "psccc", Name = "Web", State = "ready", MachineType = "C5" },
    ];

    private bool IsCore => api == PaperspaceApiVersion.Core;

    [Fact]
    public async Task Without_parameters_it_lists_all_machines_with_one_request()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        Assert.Equal(
            IsCore ? ["psaaa", "psbbb", "psccc"] : ["psccc", "psbbb", "psaaa"],
            host.Run("Get-PsMachine").Succeeded().All<Machine>().Select(machine => machine.Id));
        Assert.Equal([IsCore ? "GET /machines/getMachines?limit=1000" : "GET /v1/machines?limit=120&orderBy=dtCreated"], host.Lines());
    }

    [Theory]
    [InlineData("Get-PsMachine train-1", "psaaa")]
    [InlineData("Get-PsMachine WEB", "psccc")]
    [InlineData("Get-PsMachine train-*", "psaaa,psbbb")]
    [InlineData("Get-PsMachine -Name *1, web", "psaaa,psccc")]
    [InlineData("Get-PsMachine nothing-*", "")]
    [InlineData("Get-PsMachine train-* -State off", "psbbb")]
    [InlineData("Get-PsMachine -Skip 1 -Limit 1", "psbbb")]
    [InlineData("Get-PsMachine -Limit 0", "")]
    [InlineData("Get-PsMachine train-1, nothing-*", "psaaa")]
    [InlineData("Get-PsMachine -State ready", "psaaa,psccc")]
    [InlineData("Get-PsMachine -State READY -Region NY2", "psaaa,psccc")]
    [InlineData("Get-PsMachine -State $null", "")]
    [InlineData("Get-PsMachine -Region CA1", "psbbb")]
    [InlineData("Get-PsMachine -Region 'West Coast (CA1)'", "psbbb")]
    [InlineData("Get-PsMachine -Gpu 'Quadro P4000'", "psaaa,psbbb")]
    [InlineData("Get-PsMachine -Cpus 8 -State off", "psbbb")]
    [InlineData("Get-PsMachine -Cpus $null", "")]
    [InlineData("Get-PsMachine -Ram 30GB", "psaaa,psbbb")]
    [InlineData("Get-PsMachine -StorageTotal 50GB", "psaaa,psbbb,psccc")]
    [InlineData("Get-PsMachine -Os nothing", "")]
    [InlineData("Get-PsMachine -PerformAutoSnapshot $true", "")]
    [InlineData("Get-PsMachine -PerformAutoSnapshot $false", "psaaa,psbbb,psccc")]
    [InlineData("Get-PsMachine -PublicIpAddress $null -State ready", "psaaa,psccc")]
    [InlineData("Get-PsMachine -AgentType LinuxHeadless -State off", "psbbb")]
    [InlineData("Get-PsMachine -UpdatesPending $true", "")]
    [InlineData("Get-PsMachine -MachineId psaaa -State ready", "psaaa")]
    [InlineData("Get-PsMachine -MachineId psaaa -State off", "")]
    [InlineData("Get-PsMachine -DtCreated $first.DtCreated -Name train-1", "psaaa")]
    [InlineData("Get-PsMachine -PrivateIpAddress $first.PrivateIpAddress", "psaaa")]
    [InlineData("Get-PsMachine -NetworkId $first.NetworkId -Region NY2", "psaaa,psccc")]
    [InlineData("Get-PsMachine -Os $first.Os -State ready", "psaaa,psccc")]
    public async Task Names_with_wildcards_and_filters_ignore_case(string script, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        host.Run("$first = Get-PsMachine train-1").Succeeded();
        Assert.Equal(
            ids,
            string.Join(",", host.Run(script).Succeeded().All<Machine>().Select(machine => machine.Id).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_maximum_numbers_are_valid_for_Limit_and_Skip()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        Assert.Equal(2, host.Run("Get-PsMachine -Limit ([int]::MaxValue) -Skip 1").Succeeded().Output.Count);
        Assert.Empty(host.Run("Get-PsMachine -Limit ([int]::MaxValue) -Skip ([int]::MaxValue)").Succeeded().Output);
        Assert.Empty(host.Run("Get-PsMachine -Skip ([int]::MaxValue)").Succeeded().Output);
    }

    [Fact]
    public async Task An_unknown_name_is_an_error_with_similar_names()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var error = host.Run("Get-PsMachine trian-1").Error;
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.GetPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal("trian-1", error.TargetObject);
        Assert.Contains("'train-1'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_id_it_reads_each_machine_with_its_events()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var machines = host.Run("'psaaa', 'psccc' | Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(["psaaa", "psccc"], machines.Select(machine => machine.Id).Order());
        Assert.All(machines, machine => Assert.NotEmpty(machine.Events!));
        Assert.Equal(
            IsCore
                ? ["GET /machines/getMachinePublic?machineId=psaaa", "GET /machines/getMachinePublic?machineId=psccc"]
                :
                [
                    "GET /v1/machine-events?limit=10&orderBy=dtCreated&machineId=psaaa",
                    "GET /v1/machine-events?limit=10&orderBy=dtCreated&machineId=psccc",
                    "GET /v1/machines/psaaa",
                    "GET /v1/machines/psccc",
                ],
            host.Lines().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_and_the_others_are_returned()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var outcome = host.Run("Get-PsMachine -MachineId psaaa, psnone, psccc");
        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.GetPsMachineCommand", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public async Task Listed_machines_piped_back_are_read_again_with_their_events()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var machines = host.Run("Get-PsMachine | Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(3, machines.Count);
        Assert.All(machines, machine => Assert.NotNull(machine.Events));
    }

    [Fact]
    public async Task A_rejected_key_ends_the_command()
    {
        await using var host = await SimulatedHost.StartAsync(api, Three);
        var outcome = host.Run($"Get-PsMachine -ApiKey wrong -BaseUri {host.BaseUri}");
        Assert.Equal("InvalidApiKey,Paperspace.PowerShell.GetPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains(IsCore ? "Invalid API token" : "You must be logged in", outcome.Error.ToString(), StringComparison.Ordinal);
    }
}
