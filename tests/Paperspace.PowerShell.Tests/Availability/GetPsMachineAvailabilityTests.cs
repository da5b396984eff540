using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Availability;

/// <summary>How availability is asked for.</summary>
public sealed class GetPsMachineAvailabilityTests
{
    [Fact]
    public async Task One_type_in_one_region_is_one_request()
    {
        await using var host = await SimulatedHost.StartAsync();
        var availability = host.Run("Get-PsMachineAvailability NY2 GPU+").Succeeded().Single<MachineAvailability>();
        Assert.Equal((Regions.EastCoast, "GPU+", true), (availability.Region, availability.MachineType, availability.Available));
        Assert.Equal(["GET /machines/getAvailability?region=East%20Coast%20%28NY2%29&machineType=GPU%2B"], host.Lines());
    }

    [Fact]
    public async Task Without_parameters_every_region_and_dedicated_type_is_asked_about()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Paperspace.SetCapacity(Regions.EastCoast, "P4000", available: false);
        var availabilities = host.Run("Get-PsMachineAvailability").Succeeded().All<MachineAvailability>();
        Assert.Equal(Regions.Known.Count * MachineTypes.DedicatedGpu.Count, availabilities.Count);
        Assert.False(Assert.Single(availabilities, item => item is { Region: Regions.EastCoast, MachineType: "P4000" }).Available);
    }
}
