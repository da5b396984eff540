using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the drives that machines of private networks share.</summary>
[Cmdlet(VerbsCommon.Get, "PsSharedDrive")]
[OutputType(typeof(SharedDrive))]
public sealed class GetPsSharedDriveCommand : GetResourceCmdlet<SharedDrive>
{
    /// <summary>Gets or sets the names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("shared drive's name")]
    [ArgumentCompleter(typeof(ResourceCompleter<SharedDrive, SharedDriveDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the drives to read: ids, names, shared drives, or objects with a SharedDriveId property.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId", "InputObject")]
    [Resource(typeof(SharedDriveDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<SharedDrive, SharedDriveDescriptor>))]
    public ResourceIdentity<SharedDrive>[]? Id { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: drives in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<SharedDrive> Descriptor => SharedDriveDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<SharedDrive>>? Identities => Id;

    /// <inheritdoc/>
    protected override bool Matches(SharedDrive resource) =>
        Region is null || Region.Any(region => Regions.FullName(region).EqualsIgnoreCase(resource.Region ?? ""));
}
