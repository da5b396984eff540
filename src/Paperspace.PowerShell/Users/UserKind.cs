namespace Paperspace.PowerShell;

/// <summary>Describes users to what cmdlets of all kinds share.</summary>
internal static class UserKind
{
    /// <summary>Gets the description.</summary>
    public static ResourceKind<User, UserIdentity> Instance { get; } =
        new()
        {
            Noun = "user",
            List = client => client.Users.List(),
            Identify = user => new UserIdentity(user),
            GetNames = user => [user.Email, user.Name],
            Describe = user =>
                string.Join(
                    ", ",
                    new[] { user.Email is null ? null : user.Name, user.Role }.Where(part => !string.IsNullOrWhiteSpace(part))),
        };
}
