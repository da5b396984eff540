using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Where-Object finds objects by the values that their views show, live and deserialized.</summary>
public sealed class ShownValueTests
{
    private static readonly MachineSeed[] Machines =
    [
        new() { Id = "psaaa", Name = "one" },
        new() { Id = "psbbb", Name = "two", State = "off" },
        new() { Id = "psccc", Name = "three", Region = "AMS1" },
    ];

    [Theory]
    [MemberData(nameof(Apis.Both), MemberType = typeof(Apis))]
    public async Task Machines_are_found_by_region_and_state(string api)
    {
        await using var host = await Apis.StartAsync(api, Machines);
        foreach (var read in new[] { "Get-PsMachine", Apis.Deserialize("Get-PsMachine") })
        {
            Assert.Equal(2, host.Run($"{read} | Where-Object Region -eq NY2").Succeeded().Output.Count);
            Assert.Single(host.Run($"{read} | Where-Object Region -eq NY2 | Where-Object State -eq off").Succeeded().Output);
            Assert.Single(host.Run($"{read} | Where-Object Type -eq P4000 | Where-Object Region -eq AMS1").Succeeded().Output);
        }
    }

    [Theory]
    [InlineData("Core", "", "Get-PsNetwork")]
    [InlineData("V1", "New-PsNetwork lab NY2", "Get-PsNetwork")]
    [InlineData("V1", "New-PsPublicIp NY2", "Get-PsPublicIp")]
    [InlineData("V1", "New-PsSharedDrive data -Size 250 -Region NY2 -NetworkId (New-PsNetwork lab NY2).Id", "Get-PsSharedDrive")]
    [InlineData("Core", "", "Get-PsMachineAvailability -MachineType P4000")]
    [InlineData("V1", "", "Get-PsMachineAvailability -MachineType P4000")]
    public async Task Machines_of_a_region_are_found_by_its_short_name(string api, string prepare, string read)
    {
        await using var host = await Apis.StartAsync(api, Machines);
        host.Run(prepare).Succeeded();

        Assert.Single(host.Run($"{read} | Where-Object Region -eq NY2").Succeeded().Output);
        Assert.Single(host.Run($"{Apis.Deserialize(read)} | Where-Object Region -eq NY2").Succeeded().Output);
    }
}
