using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Availability;

/// <summary>How availability is asked for.</summary>
public abstract class GetPsMachineAvailabilityTests(PaperspaceApiVersion api)
{
    [Fact]
    public async Task One_type_in_one_region_is_one_request()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var availability = host.Run("Get-PsMachineAvailability NY2 GPU+").Succeeded().Single<MachineAvailability>();
        Assert.Equal(("NY2", "GPU+", true), (availability.Region, availability.MachineType, availability.Available));
        Assert.Equal(
            [
                api == PaperspaceApiVersion.Core
                    ? "GET /machines/getAvailability?region=East%20Coast%20%28NY2%29&machineType=GPU%2B"
                    : "GET /v1/machine-availability?machineType=GPU%2B&region=ny2",
            ],
            host.Lines());
    }

    [Fact]
    public async Task Without_parameters_every_region_and_type_that_the_API_tells_is_asked_about()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Paperspace.SetCapacity(Regions.EastCoast, "P4000", available: false);
        var availabilities = host.Run("Get-PsMachineAvailability").Succeeded().All<MachineAvailability>();
        var types = api == PaperspaceApiVersion.Core ? MachineTypes.DedicatedGpu : MachineTypes.Known;
        Assert.Equal(Regions.Known.Count * types.Count, availabilities.Count);
        Assert.False(Assert.Single(availabilities, item => item is { Region: "NY2", MachineType: "P4000" }).Available);
    }

    [Fact]
    public void What_is_asked_about_is_emitted_in_its_order_whatever_the_order_of_the_responses()
    {
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var responded = 0;
        using var host = new FastHost(api, null, async (request, send, token) =>
        {
            if (request.RequestUri!.Query.Contains("P6000", StringComparison.Ordinal)) await others.Task.WaitAsync(token);
            var response = await send();
            if (Interlocked.Increment(ref responded) == 2) others.SetResult();
            return response;
        });
        var availabilities = host.Run("Get-PsMachineAvailability NY2 P6000, P4000, P5000").Succeeded().All<MachineAvailability>();
        Assert.Equal(["P6000", "P4000", "P5000"], availabilities.Select(item => item.MachineType));
    }

    [Fact]
    public async Task A_machine_type_in_the_place_of_the_region_is_recognized()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        Assert.Contains(
            "'A100' is a machine type: -MachineType A100.",
            host.Run("Get-PsMachineAvailability A100").Error.ToString(),
            StringComparison.Ordinal);
    }
}
