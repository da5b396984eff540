using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames snapshots.</summary>
[Cmdlet(VerbsCommon.Set, "PsSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class SetPsSnapshotCommand : ResourceActionCmdlet<Snapshot>
{
    private SnapshotUpdateOptions _options = new();

    /// <summary>Gets or sets the snapshots: names, with wildcards, ids, snapshots, or anything with a SnapshotId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [Resource(typeof(SnapshotDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Snapshot, SnapshotDescriptor>))]
    public ResourceIdentity<Snapshot>[] Id { get; set; } = [];

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Snapshot>> Targets => Id;

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
