using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a snapshot takes time.</summary>
public abstract class SnapshotTransitionCmdlet : ResourceTransitionCmdlet<Snapshot>
{
    /// <summary>Gets or sets the snapshots: names, with wildcards, ids, snapshots, or anything with a SnapshotId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [Resource(typeof(SnapshotDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Snapshot> Descriptor => SnapshotDescriptor.Instance;

    /// <inheritdoc/>
    protected override string Describe(ResourceIdentity<Snapshot> target) =>
        target.Resource?.MachineId is { Length: > 0 } machineId ? $"snapshot {target} of machine {machineId}" : $"snapshot {target}";
}
