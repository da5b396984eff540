namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a user into its identity.</summary>
public sealed class UserIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public UserIdentityTransformationAttribute()
        : base(typeof(User), "user", "u3z4be26", "UserId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        UserIdentity identity => identity,
        User user => new UserIdentity(user),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new UserIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new UserIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new UserIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<UserIdentity>().ToArray();
}
