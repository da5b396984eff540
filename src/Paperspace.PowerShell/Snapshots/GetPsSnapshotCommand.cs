using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the snapshots of machines.</summary>
[Cmdlet(VerbsCommon.Get, "PsSnapshot", DefaultParameterSetName = SnapshotSet)]
[OutputType(typeof(Snapshot))]
public sealed class GetPsSnapshotCommand : GetResourceCmdlet<Snapshot, SnapshotIdentity>
{
    private const string SnapshotSet = "Snapshot";
    private const string MachineSet = "Machine";

    /// <summary>Gets or sets the names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("snapshot's name")]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the snapshots to read: ids, names, snapshots, or objects with a SnapshotId property.</summary>
    [Parameter(ParameterSetName = SnapshotSet, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [SnapshotIdentityTransformation(LeavesOthers = true)]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public SnapshotIdentity[]? Id { get; set; }

    /// <summary>Gets or sets the machines whose snapshots to list: ids, machines, or objects with a MachineId property.</summary>
    [Parameter(ParameterSetName = MachineSet, Mandatory = true, ValueFromPipeline = true)]
    [Alias("MachineId")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[]? Machine { get; set; }

    /// <inheritdoc/>
    private protected override ResourceKind<Snapshot, SnapshotIdentity> Kind => SnapshotKind.Dated;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<SnapshotIdentity>? Identities => Id;

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

    /// <inheritdoc/>
    protected override Task<Snapshot> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Snapshots.GetAsync(id, cancellationToken);
}
