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

    /// <summary>Sends an action on a snapshot; where the snapshot is emitted at its end, with the date and state that the response
    /// lacks.</summary>
    private protected static async Task<Operation?> SendDatedAsync(
        IPaperspaceClient client, string id, bool isEmitted, Func<Task<Operation>> send, CancellationToken cancellationToken)
    {
        var before = isEmitted ? await TryReadAsync(client, id, cancellationToken).ConfigureAwait(false) : null;
        var operation = await send().ConfigureAwait(false);
        if (before is not null && operation.Resource is Snapshot snapshot)
            (snapshot.State, snapshot.DtCreated) = (snapshot.State ?? before.State, snapshot.DtCreated ?? before.DtCreated);
        return operation;
    }

    private static async Task<Snapshot?> TryReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Snapshots.GetAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException)
        {
            // The action itself reports what is wrong.
            return null;
        }
    }

    /// <inheritdoc/>
    protected override string Describe(ResourceIdentity<Snapshot> target) =>
        target.Resource?.MachineId is { Length: > 0 } machineId ? $"snapshot {target} of machine {machineId}" : $"snapshot {target}";
}
