namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a snapshot into its identity.</summary>
public sealed class SnapshotIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SnapshotIdentityTransformationAttribute()
        : base(typeof(Snapshot), "snapshot", "slqafgu4n6gxge", "SnapshotId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        SnapshotIdentity identity => identity,
        Snapshot snapshot => new SnapshotIdentity(snapshot),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new SnapshotIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new SnapshotIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new SnapshotIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<SnapshotIdentity>().ToArray();
}
