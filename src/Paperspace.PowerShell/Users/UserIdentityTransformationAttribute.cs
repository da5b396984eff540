namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a user into its identity.</summary>
public sealed class UserIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<User, UserIdentity> Factory = new(
        resource => new UserIdentity(resource),
        (text, isRow) => new UserIdentity(text) { IsRow = isRow },
        (given, failure) => new UserIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public UserIdentityTransformationAttribute()
        : base(Factory, "user", "u3z4be26", "UserId", "Id")
    {
    }
}
