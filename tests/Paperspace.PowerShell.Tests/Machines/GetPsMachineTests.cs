using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>How machines are listed, found and read.</summary>
public sealed class GetPsMachineTests
{
    private static readonly MachineSeed[] Three =
    [
        new() { Id = "psaaa", Name = "train-1", State = "ready" },
        new() { Id = "psbbb", Name = "train-2", State = "off", Region = "West Coast (CA1)" },
        new() { Id = "psccc", Name = "Web", State = "ready", MachineType = "C5" },
    ];

    public static TheoryData<string, string> Filters => new()
    {
        { "-State ready", "state=ready" },
        { "-Region NY2", "region=East%20Coast%20%28NY2%29" },
        { "-Region 'Europe (AMS1)'", "region=Europe%20%28AMS1%29" },
        { "-Os 'Ubuntu 22'", "os=Ubuntu%2022" },
        { "-Ram 30GB", "ram=32212254720" },
        { "-Cpus 8", "cpus=8" },
        { "-Gpu $null", "gpu=null" },
        { "-Gpu 'Quadro P4000'", "gpu=Quadro%20P4000" },
        { "-StorageTotal 50GB", "storageTotal=53687091200" },
        { "-StorageUsed 110080", "storageUsed=110080" },
        { "-UsageRate 'P4000 hourly'", "usageRate=P4000%20hourly" },
        { "-ShutdownTimeoutInHours 24", "shutdownTimeoutInHours=24" },
        { "-PerformAutoSnapshot $true", "performAutoSnapshot=true" },
        { "-AutoSnapshotFrequency day", "autoSnapshotFrequency=day" },
        { "-AutoSnapshotSaveCount $null", "autoSnapshotSaveCount=null" },
        { "-AgentType LinuxHeadless", "agentType=LinuxHeadless" },
        { "-DtCreated '2022-03-14T15:47:53.852Z'", "dtCreated=2022-03-14T15%3A47%3A53.852Z" },
        { "-UpdatesPending $false", "updatesPending=false" },
        { "-NetworkId nng82wb", "networkId=nng82wb" },
        { "-PrivateIpAddress 10.64.1.99", "privateIpAddress=10.64.1.99" },
        { "-PublicIpAddress $null", "publicIpAddress=null" },
        { "-UserId ubx9ce8k", "userId=ubx9ce8k" },
        { "-TeamId tewr3st2z", "teamId=tewr3st2z" },
        { "-ScriptId sc123abc", "scriptId=sc123abc" },
        { "-DtLastRun $null", "dtLastRun=null" },
        { "-MachineId psaaa -State ready", "state=ready&machineId=psaaa" },
    };

    [Fact]
    public async Task Without_parameters_it_lists_all_machines_with_one_request()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        Assert.Equal(["psaaa", "psbbb", "psccc"], host.Run("Get-PsMachine").Succeeded().All<Machine>().Select(machine => machine.Id));
        Assert.Equal(["GET /machines/getMachines?limit=1000"], host.Lines());
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_filter_of_the_reference_is_sent(string parameters, string query)
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Equal([$"GET /machines/getMachines?{query}&limit=1000"], host.Lines());
    }

    [Theory]
    [InlineData("Get-PsMachine train-1", "psaaa")]
    [InlineData("Get-PsMachine WEB", "psccc")]
    [InlineData("Get-PsMachine train-*", "psaaa,psbbb")]
    [InlineData("Get-PsMachine -Name *1, web", "psaaa,psccc")]
    [InlineData("Get-PsMachine nothing-*", "")]
    [InlineData("Get-PsMachine train-* -State off", "psbbb")]
    [InlineData("Get-PsMachine -Limit 2", "psaaa,psbbb")]
    [InlineData("Get-PsMachine -Skip 1 -Limit 1", "psbbb")]
    [InlineData("Get-PsMachine train-* -Limit 1", "psaaa")]
    [InlineData("Get-PsMachine -Limit 0", "")]
    public async Task Names_match_with_wildcards_whatever_their_case(string script, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        Assert.Equal(ids, string.Join(",", host.Run(script).Succeeded().All<Machine>().Select(machine => machine.Id)));
    }

    [Fact]
    public async Task A_name_that_no_machine_has_is_an_error_with_the_nearest_names()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        var error = host.Run("Get-PsMachine trian-1").Error;
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.GetPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Equal("trian-1", error.TargetObject);
        Assert.Contains("'train-1'", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_id_it_reads_each_machine_with_its_events()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        var machines = host.Run("'psaaa', 'psccc' | Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(["psaaa", "psccc"], machines.Select(machine => machine.Id).Order());
        Assert.All(machines, machine => Assert.NotEmpty(machine.Events!));
        Assert.Equal(
            ["GET /machines/getMachinePublic?machineId=psaaa", "GET /machines/getMachinePublic?machineId=psccc"], host.Lines().Order());
    }

    [Fact]
    public async Task An_unknown_id_is_an_error_of_its_own_among_the_others()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        var outcome = host.Run("Get-PsMachine -MachineId psaaa, psnone, psccc");
        Assert.Equal(2, outcome.Output.Count);
        Assert.Equal("MachineNotFound,Paperspace.PowerShell.GetPsMachineCommand", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
    }

    [Fact]
    public async Task Listed_machines_piped_back_are_read_again_with_their_events()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        var machines = host.Run("Get-PsMachine | Get-PsMachine").Succeeded().All<Machine>();
        Assert.Equal(3, machines.Count);
        Assert.All(machines, machine => Assert.NotNull(machine.Events));
    }

    [Fact]
    public async Task The_first_machines_are_given_before_the_second_page_is_asked_for_and_Limit_stops_asking()
    {
        await using var host = await SimulatedHost.StartAsync([.. Enumerable.Range(0, 2500).Select(i => new MachineSeed { Id = $"ps{i:0000}", Name = $"m{i}" })]);
        host.Session.Set("lines", (Func<int>)(() => host.Log.Count));
        var seen = host.Run("Get-PsMachine | ForEach-Object { $lines.Invoke() }").Succeeded().All<int>();
        Assert.Equal(2500, seen.Count);
        Assert.All(seen.Take(1000), count => Assert.Equal(1, count));
        host.Run("Get-PsMachine -Limit 1500").Succeeded();
        Assert.Equal(["GET /machines/getMachines?limit=1000", "GET /machines/getMachines?limit=500&skip=1000"], host.Lines().TakeLast(2));
    }

    [Fact]
    public async Task A_bad_key_ends_the_command_with_its_own_error()
    {
        await using var host = await SimulatedHost.StartAsync(Three);
        var outcome = host.Run($"Get-PsMachine -ApiKey wrong -BaseUri {host.BaseUri}");
        Assert.Equal("InvalidApiKey,Paperspace.PowerShell.GetPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains("Invalid API token", outcome.Error.ToString(), StringComparison.Ordinal);
    }
}
