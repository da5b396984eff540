using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Asks which machine types can be had in which regions now (operation availability).</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineAvailability")]
[OutputType(typeof(MachineAvailability))]
public sealed class GetPsMachineAvailabilityCommand : AccountCmdlet
{
    /// <summary>The regions: NY2, CA1, AMS1, or full names. All without it.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[] Region { get; set; } = [.. Regions.Known];

    /// <summary>The machine types. Those with a dedicated GPU without it; the API knows the availability of no other.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [NameTransformation("machine type")]
    [ArgumentCompleter(typeof(DedicatedGpuTypeCompleter))]
    public string[] MachineType { get; set; } = [.. MachineTypes.DedicatedGpu];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var region in Region.Select(Regions.FullName))
            foreach (var type in MachineType.Select(type => KnownValues.Normalize(type, MachineTypes.Known)!))
                await SubmitAsync(
                    (client, token) => client.Machines.GetAvailabilityAsync(region, type, token), $"{type} in {region}", WriteObject, cancellationToken);
    }
}
