namespace Paperspace;

/// <summary>Identifies a shared drive by its id; in a cmdlet's parameter by its name too.</summary>
public sealed class SharedDriveIdentity : ResourceIdentity<SharedDrive>
{
    /// <summary>Creates an identity from an id or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public SharedDriveIdentity(string driveId)
        : base(RequireText(driveId, nameof(driveId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a drive.</summary>
    /// <exception cref="PaperspaceException">The drive's id is empty or has a character that no id has.</exception>
    public SharedDriveIdentity(SharedDrive drive)
        : base(ResourceId.Require((drive ?? throw new ArgumentNullException(nameof(drive))).Id, "driveId"), drive)
    {
    }

    /// <summary>Creates an identity from what identifies no drive, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no drive.</param>
    public SharedDriveIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
