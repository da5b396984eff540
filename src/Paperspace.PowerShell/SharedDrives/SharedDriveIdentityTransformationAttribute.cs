namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a shared drive into its identity.</summary>
public sealed class SharedDriveIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<SharedDrive, SharedDriveIdentity> Factory = new(
        resource => new SharedDriveIdentity(resource),
        (text, isRow) => new SharedDriveIdentity(text) { IsRow = isRow },
        (given, failure) => new SharedDriveIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public SharedDriveIdentityTransformationAttribute()
        : base(Factory, "shared drive", "RJFHxSmO7U03", "SharedDriveId", "Id")
    {
    }
}
