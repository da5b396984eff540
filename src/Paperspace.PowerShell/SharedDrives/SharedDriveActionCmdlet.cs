using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on shared drives.</summary>
public abstract class SharedDriveActionCmdlet : ResourceActionCmdlet<SharedDrive>
{
    /// <summary>Gets or sets the drives: names, with wildcards, ids, shared drives, or anything with a SharedDriveId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId", "InputObject")]
    [Resource(typeof(SharedDriveDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<SharedDrive>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<SharedDrive> Descriptor => SharedDriveDescriptor.Instance;
}
