using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames snapshots.</summary>
[Cmdlet(VerbsCommon.Set, "PsSnapshot", DefaultParameterSetName = SnapshotSet, SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class SetPsSnapshotCommand : ResourceActionCmdlet<Snapshot>
{
    private const string SnapshotSet = "Snapshot";
    private const string IdSet = "Id";

    private SnapshotUpdateOptions _options = new();

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

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>> Targets => ParameterSetName == IdSet ? Id : Snapshot;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Snapshot> Descriptor => SnapshotDescriptor.Instance;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Snapshots.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryFill(_options = new SnapshotUpdateOptions(), _options.Validate);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return WithoutOperation((client, id, token) => client.Snapshots.UpdateAsync(id, options, token));
    }
}
