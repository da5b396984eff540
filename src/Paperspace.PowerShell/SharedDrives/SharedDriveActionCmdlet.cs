using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on shared drives.</summary>
public abstract class SharedDriveActionCmdlet : ResourceActionCmdlet<SharedDrive, SharedDriveIdentity>
{
    /// <summary>Gets or sets the drives: names, with wildcards, ids, shared drives, or anything with a SharedDriveId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SharedDriveId", "InputObject")]
    [SharedDriveIdentityTransformation]
    [ArgumentCompleter(typeof(SharedDriveCompleter))]
    public SharedDriveIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<SharedDriveIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<SharedDrive, SharedDriveIdentity>? Kind => SharedDriveKind.Instance;

    /// <inheritdoc/>
    protected override Task<SharedDrive> ReadAsync(
        IPaperspaceClient client,
        SharedDriveIdentity target,
        CancellationToken cancellationToken) => client.SharedDrives.GetAsync(target.Id, cancellationToken);
}
