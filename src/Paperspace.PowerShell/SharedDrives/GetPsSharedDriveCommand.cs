using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the drives that machines of private networks share.</summary>
[Cmdlet(VerbsCommon.Get, "PsSharedDrive", DefaultParameterSetName = SharedDriveSet)]
[OutputType(typeof(SharedDrive))]
public sealed class GetPsSharedDriveCommand : GetResourceCmdlet<SharedDrive>
{
    private const string SharedDriveSet = "SharedDrive";
    private const string IdSet = "Id";

    /// <summary>Gets or sets the shared drives: ids, names, names with wildcards, or shared drives.</summary>
    [Parameter(Position = 0, ParameterSetName = SharedDriveSet, ValueFromPipeline = true)]
    [Alias("Name", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(SharedDriveDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[]? SharedDrive { get; set; }

    /// <summary>Gets or sets the ids of shared drives.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId")]
    [Resource(typeof(SharedDriveDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[]? Id { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: drives in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<SharedDrive> Descriptor => SharedDriveDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<SharedDrive>>? Targets => ParameterSetName == IdSet ? Id : SharedDrive;

    /// <inheritdoc/>
    protected override bool Matches(SharedDrive resource) =>
        Region is null || Region.Any(region => Regions.AreSame(region, resource.Region));
}
