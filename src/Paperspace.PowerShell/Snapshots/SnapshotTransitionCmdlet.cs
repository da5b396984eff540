using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a snapshot takes time.</summary>
public abstract class SnapshotTransitionCmdlet : ResourceTransitionCmdlet<Snapshot, SnapshotIdentity>
{
    /// <summary>Gets or sets the snapshots: names, with wildcards, ids, snapshots, or anything with a SnapshotId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [SnapshotIdentityTransformation]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public SnapshotIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<SnapshotIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<Snapshot, SnapshotIdentity>? Kind => SnapshotKind.Instance;

    /// <inheritdoc/>
    protected override Task<Snapshot> ReadAsync(IPaperspaceClient client, SnapshotIdentity target, CancellationToken cancellationToken) =>
        client.Snapshots.GetAsync(target.Id, cancellationToken);

    /// <inheritdoc/>
    protected override string Describe(SnapshotIdentity target) =>
        target.Resource?.MachineId is { Length: > 0 } machineId ? $"snapshot {target} of machine {machineId}" : $"snapshot {target}";
}
