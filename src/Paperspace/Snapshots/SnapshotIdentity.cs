namespace Paperspace;

/// <summary>Identifies a snapshot by its id; in a cmdlet's parameter by its name too.</summary>
public sealed class SnapshotIdentity : ResourceIdentity<Snapshot>
{
    /// <summary>Creates an identity from an id or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public SnapshotIdentity(string snapshotId)
        : base(RequireText(snapshotId, nameof(snapshotId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a snapshot.</summary>
    /// <exception cref="PaperspaceException">The snapshot's id is empty or has a character that no id has.</exception>
    public SnapshotIdentity(Snapshot snapshot)
        : base(ResourceId.Require((snapshot ?? throw new ArgumentNullException(nameof(snapshot))).Id, "snapshotId"), snapshot)
    {
    }

    /// <summary>Creates an identity from what identifies no snapshot, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no snapshot.</param>
    public SnapshotIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
