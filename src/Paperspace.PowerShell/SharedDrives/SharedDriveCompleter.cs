namespace Paperspace.PowerShell;

/// <summary>Completes shared drives by name.</summary>
public sealed class SharedDriveCompleter : ResourceNameCompleter<SharedDrive, SharedDriveIdentity>
{
    /// <summary>Creates a completer.</summary>
    public SharedDriveCompleter()
        : base(SharedDriveKind.Instance)
    {
    }
}
