using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>How machines are listed, found and read, through the Core API.</summary>
public sealed class CoreGetPsMachineTests() : GetPsMachineTests(PaperspaceApiVersion.Core)
{
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

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Every_filter_of_the_reference_is_sent(string parameters, string query)
    {
        await using var host = await SimulatedHost.StartAsync(new MachineSeed { Id = "psaaa", Name = "train-1", State = "ready" });
        host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Equal([$"GET /machines/getMachines?{query}&limit=1000"], host.Lines());
    }

    [Theory]
    [InlineData("-Gpu $null", "gpu=null")]
    [InlineData("-Gpu ''", "gpu=null")]
    [InlineData("-Cpus $null", "cpus=null")]
    [InlineData("-State $null", "state=null")]
    [InlineData("-PerformAutoSnapshot $null", "performAutoSnapshot=null")]
    public async Task A_null_filter_selects_machines_without_the_value(string parameters, string query)
    {
        await using var host = await SimulatedHost.StartAsync(new MachineSeed { Id = "psaaa", Name = "train-1", State = "ready" });
        host.Run($"Get-PsMachine {parameters}").Succeeded();
        Assert.Equal([$"GET /machines/getMachines?{query}&limit=1000"], host.Lines());
    }

    [Fact]
    public async Task The_first_machines_are_returned_before_the_second_page_is_requested_and_Limit_stops_the_list()
    {
        await using var host = await SimulatedHost.StartAsync([
            .. Enumerable.Range(0, 2500).Select(i => new MachineSeed { Id = $"ps{i:0000}", Name = $"m{i}" }),
        ]);
        host.Session.Set("lines", (Func<int>)(() => host.Log.Count));
        var seen = host.Run("Get-PsMachine | ForEach-Object { $lines.Invoke() }").Succeeded().All<int>();
        Assert.Equal(2500, seen.Count);
        Assert.All(seen.Take(1000), count => Assert.Equal(1, count));
        host.Run("Get-PsMachine -Limit 1500").Succeeded();
        Assert.Equal(["GET /machines/getMachines?limit=1000", "GET /machines/getMachines?limit=500&skip=1000"], host.Lines().TakeLast(2));
    }
}
