namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a snapshot into its identity.</summary>
public sealed class SnapshotIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<Snapshot, SnapshotIdentity> Factory = new(
        resource => new SnapshotIdentity(resource),
        (text, isRow) => new SnapshotIdentity(text) { IsRow = isRow },
        (given, failure) => new SnapshotIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public SnapshotIdentityTransformationAttribute()
        : base(Factory, "snapshot", "slqafgu4n6gxge", "SnapshotId", "Id")
    {
    }
}
