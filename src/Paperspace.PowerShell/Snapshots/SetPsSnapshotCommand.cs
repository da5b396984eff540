using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames snapshots.</summary>
[Cmdlet(VerbsCommon.Set, "PsSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class SetPsSnapshotCommand : ResourceActionCmdlet<Snapshot, SnapshotIdentity>
{
    private SnapshotUpdateOptions _options = new();

    /// <summary>The snapshots: names, with wildcards, ids, snapshots, or anything with a SnapshotId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("SnapshotId", "InputObject")]
    [SnapshotIdentityTransformation]
    [ArgumentCompleter(typeof(SnapshotCompleter))]
    public SnapshotIdentity[] Id { get; set; } = [];

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override IReadOnlyList<SnapshotIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<Snapshot, SnapshotIdentity>? Kind => SnapshotKind.Instance;

    /// <inheritdoc/>
    protected override Task<Snapshot> ReadAsync(IPaperspaceClient client, SnapshotIdentity target, CancellationToken cancellationToken) =>
        client.Snapshots.GetAsync(target.Id, cancellationToken);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Snapshots.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryPrepare(
        () =>
        {
            _options = OptionBinder.Fill(new SnapshotUpdateOptions(), this, takesRow: Id.All(snapshot => snapshot.IsRow), nameof(Id));
            _options.Validate();
        },
        () => _options);

    /// <inheritdoc/>
    protected override Task<ResourceOperation?> SendAsync(IPaperspaceClient client, SnapshotIdentity target, CancellationToken cancellationToken) =>
        CaptureRequest()(client, target, cancellationToken);

    /// <inheritdoc/>
    private protected override Func<IPaperspaceClient, SnapshotIdentity, CancellationToken, Task<ResourceOperation?>> CaptureRequest()
    {
        var options = _options;
        return async (client, target, token) =>
        {
            await client.Snapshots.UpdateAsync(target.Id, options, token).ConfigureAwait(false);
            return null;
        };
    }
}
