using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a snapshot takes time.</summary>
public abstract class SnapshotTransitionCmdlet : ResourceTransitionCmdlet<Snapshot>
{
    private protected const string SnapshotSet = "Snapshot";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the snapshots: ids, names, names with wildcards, or snapshots.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = SnapshotSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(SnapshotDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[] Snapshot { get; set; } = [];

    /// <summary>Gets or sets the ids of snapshots.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId")]
    [Resource(typeof(SnapshotDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>> Targets => ParameterSetName == IdSet ? Id : Snapshot;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Snapshot> Descriptor => SnapshotDescriptor.Instance;

    /// <inheritdoc/>
    protected override string Describe(ResourceIdentity<Snapshot> target) =>
        target.Resource?.MachineId is { Length: > 0 } machineId ? $"snapshot {target} of machine {machineId}" : $"snapshot {target}";
}
