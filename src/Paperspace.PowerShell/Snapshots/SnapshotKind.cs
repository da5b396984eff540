namespace Paperspace.PowerShell;

/// <summary>Describes snapshots to what cmdlets of all kinds share.</summary>
internal static class SnapshotKind
{
    /// <summary>Gets the description, whose list has no dates.</summary>
    public static ResourceKind<Snapshot, SnapshotIdentity> Instance { get; } = Create(includeDates: false);

    /// <summary>Gets the description whose list has the dates, which cost requests.</summary>
    public static ResourceKind<Snapshot, SnapshotIdentity> Dated { get; } = Create(includeDates: true);

    private static ResourceKind<Snapshot, SnapshotIdentity> Create(bool includeDates) => new()
    {
        Noun = "snapshot",
        List = client => client.Snapshots.List(includeDates: includeDates),
        Identify = snapshot => new SnapshotIdentity(snapshot),
        GetNames = snapshot => [snapshot.Name],
        Describe = snapshot => snapshot.MachineId,
    };
}
