using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the drives that machines of private networks share.</summary>
[Cmdlet(VerbsCommon.Get, "PsSharedDrive")]
[OutputType(typeof(SharedDrive))]
public sealed class GetPsSharedDriveCommand : GetResourceCmdlet<SharedDrive, SharedDriveIdentity>
{
    /// <summary>Gets or sets the names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("shared drive's name")]
    [ArgumentCompleter(typeof(SharedDriveCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the drives to read: ids, names, shared drives, or objects with a SharedDriveId property.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId", "InputObject")]
    [SharedDriveIdentityTransformation]
    [ArgumentCompleter(typeof(SharedDriveCompleter))]
    public SharedDriveIdentity[]? Id { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: drives in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceKind<SharedDrive, SharedDriveIdentity> Kind => SharedDriveKind.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<SharedDriveIdentity>? Identities => Id;

    /// <inheritdoc/>
    protected override Task<SharedDrive> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.SharedDrives.GetAsync(id, cancellationToken);

    /// <inheritdoc/>
    protected override bool Matches(SharedDrive resource) =>
        Region is null || Region.Any(region => Regions.FullName(region).EqualsIgnoreCase(resource.Region ?? ""));
}
