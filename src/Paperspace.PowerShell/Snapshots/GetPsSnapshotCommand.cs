using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the snapshots of machines.</summary>
[Cmdlet(VerbsCommon.Get, "PsSnapshot", DefaultParameterSetName = SnapshotSet)]
[OutputType(typeof(Snapshot))]
public sealed class GetPsSnapshotCommand : GetResourceCmdlet<Snapshot>
{
    private const string SnapshotSet = "Snapshot";
    private const string MachineSet = "Machine";

    /// <summary>Gets or sets the names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("snapshot's name")]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the snapshots to read: ids, names, snapshots, or objects with a SnapshotId property.</summary>
    [Parameter(ParameterSetName = SnapshotSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [Resource(typeof(SnapshotDescriptor), LeavesOthers = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[]? Id { get; set; }

    /// <summary>Gets or sets the machines whose snapshots to list: ids, machines, or objects with a MachineId property.</summary>
    [Parameter(ParameterSetName = MachineSet, Mandatory = true, ValueFromPipeline = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Snapshot> Descriptor => DatedSnapshotDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>>? Identities => Id;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Snapshots.Require(ResourceAction.Read);
        if (ParameterSetName != MachineSet)
        {
            await base.ProcessAsync(cancellationToken);
            return;
        }

        foreach (var machine in Machine!)
            await SubmitAsync(
                (client, token) => client.Snapshots.List(machine.Id).ReadAllAsync(token), machine.Target, WriteMatches, cancellationToken);
    }
}
