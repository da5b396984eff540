namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a shared drive into its identity.</summary>
public sealed class SharedDriveIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public SharedDriveIdentityTransformationAttribute()
        : base(typeof(SharedDrive), "shared drive", "RJFHxSmO7U03", "SharedDriveId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        SharedDriveIdentity identity => identity,
        SharedDrive drive => new SharedDriveIdentity(drive),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new SharedDriveIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new SharedDriveIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new SharedDriveIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<SharedDriveIdentity>().ToArray();
}
