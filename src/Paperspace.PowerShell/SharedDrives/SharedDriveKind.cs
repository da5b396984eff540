namespace Paperspace.PowerShell;

/// <summary>Describes shared drives to what cmdlets of all kinds share.</summary>
internal static class SharedDriveKind
{
    /// <summary>Gets the description.</summary>
    public static ResourceKind<SharedDrive, SharedDriveIdentity> Instance { get; } = new()
    {
        Noun = "shared drive",
        List = client => client.SharedDrives.List(),
        Identify = drive => new SharedDriveIdentity(drive),
        GetNames = drive => [drive.Name],
        Describe = drive => Regions.ShortName(drive.Region),
    };
}
