namespace Paperspace.PowerShell;

/// <summary>Completes snapshots by name.</summary>
public sealed class SnapshotCompleter : ResourceNameCompleter<Snapshot, SnapshotIdentity>
{
    /// <summary>Creates a completer.</summary>
    public SnapshotCompleter()
        : base(SnapshotKind.Instance)
    {
    }
}
