using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the snapshots of machines.</summary>
[Cmdlet(VerbsCommon.Get, "PsSnapshot", DefaultParameterSetName = SnapshotSet)]
[OutputType(typeof(Snapshot))]
public sealed class GetPsSnapshotCommand : GetResourceCmdlet<Snapshot>
{
    private const string SnapshotSet = "Snapshot";
    private const string IdSet = "Id";
    private const string MachineSet = "Machine";

    private readonly ResourceTargets<Machine> _machines;
    private NameMatcher? _names;

    /// <summary>Creates the cmdlet.</summary>
    public GetPsSnapshotCommand()
    {
        _machines = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the snapshots: ids, names, names with wildcards, or snapshots. With -Machine, only those of its
    /// snapshots.</summary>
    [Parameter(Position = 0, ParameterSetName = SnapshotSet, ValueFromPipeline = true)]
    [Parameter(Position = 0, ParameterSetName = MachineSet)]
    [Alias("Name", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(SnapshotDescriptor), LeavesOthers = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[]? Snapshot { get; set; }

    /// <summary>Gets or sets the ids of snapshots.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId")]
    [Resource(typeof(SnapshotDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[]? Id { get; set; }

    /// <summary>Gets or sets the machines whose snapshots to list: ids, names, names with wildcards, or machines.</summary>
    [Parameter(ParameterSetName = MachineSet, Mandatory = true, ValueFromPipeline = true)]
    [Alias("MachineId")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Snapshot> Descriptor => DatedSnapshotDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>>? Targets => ParameterSetName == IdSet ? Id : Snapshot;

    /// <inheritdoc/>
    private protected override async Task<PaperspaceException> DescribeMissingAsync(
        IPaperspaceClient client, IReadOnlyList<Snapshot> resources, string name, CancellationToken cancellationToken)
    {
        var missing = await base.DescribeMissingAsync(client, resources, name, cancellationToken).ConfigureAwait(false);
        try
        {
            var machines = await _machines.Lookup.ListAsync(client, cancellationToken).ConfigureAwait(false);
            return MachineDescriptor.Instance.Find(machines, name).Count == 0 ? missing
                : missing.WithMessage(
                    TerminalText.Sanitize(
                        $"There is no snapshot '{name}', but a machine. Get-PsSnapshot -Machine {name} lists the machine's snapshots."));
        }
        catch (PaperspaceException)
        {
            // The error does without the hint.
            return missing;
        }
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Snapshots.Require(ResourceAction.Read);
        if (ParameterSetName != MachineSet)
        {
            await base.ProcessAsync(cancellationToken);
            return;
        }

        foreach (var machine in await _machines.FindAllAsync(Client, Machine!, cancellationToken))
            await SubmitAsync(
                (client, token) => ListAsync(client, machine, token), machine.Target, WriteMatches, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        foreach (var name in _names?.UnmatchedNames ?? [])
            WriteFailure(
                new PaperspaceException(PaperspaceErrorReason.ResourceNotFound, $"The machines have no snapshot '{name}'."), name);
    }

    /// <inheritdoc/>
    protected override bool Matches(Snapshot resource) => ParameterSetName != MachineSet || Snapshot is null
        || Descriptor.Matches(_names ??= new NameMatcher(Snapshot.Select(snapshot => snapshot.Id)), resource);

    private async Task<IReadOnlyList<Snapshot>> ListAsync(
        IPaperspaceClient client, ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        var snapshots = await client.Snapshots.List(machine.Id).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        if (snapshots.Count > 0 || machine.Resource is not null) return snapshots;
        // The API returns an empty list for a machine that does not exist.
        var existing = await _machines.ReadAsync(client, machine, isOnly: true, cancellationToken).ConfigureAwait(false);
        return existing.Id == machine.Id
            ? snapshots
            : await client.Snapshots.List(existing.Id).ReadAllAsync(cancellationToken).ConfigureAwait(false);
    }
}
