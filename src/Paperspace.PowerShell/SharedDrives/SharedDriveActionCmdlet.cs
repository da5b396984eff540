using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on shared drives.</summary>
public abstract class SharedDriveActionCmdlet : ResourceActionCmdlet<SharedDrive>
{
    private protected const string SharedDriveSet = "SharedDrive";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the shared drives: ids, names, names with wildcards, or shared drives.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SharedDriveSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(SharedDriveDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[] SharedDrive { get; set; } = [];

    /// <summary>Gets or sets the ids of shared drives.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId")]
    [Resource(typeof(SharedDriveDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<SharedDrive>> Targets => ParameterSetName == IdSet ? Id : SharedDrive;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<SharedDrive> Descriptor => SharedDriveDescriptor.Instance;
}
