namespace Paperspace.PowerShell;

/// <summary>Completes users by e-mail address.</summary>
public sealed class UserCompleter : ResourceNameCompleter<User, UserIdentity>
{
    /// <summary>Creates a completer.</summary>
    public UserCompleter()
        : base(UserKind.Instance)
    {
    }
}
