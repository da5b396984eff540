namespace Paperspace;

/// <summary>Names the roles of users in a team.</summary>
public static class UserRoles
{
    /// <summary>Owns the team.</summary>
    public const string Owner = "owner";

    /// <summary>Administers the team.</summary>
    public const string Admin = "admin";

    /// <summary>Uses the machines that were assigned.</summary>
    public const string Member = "member";
}
