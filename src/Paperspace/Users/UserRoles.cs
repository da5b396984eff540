namespace Paperspace;

/// <summary>Names the roles of users in a team.</summary>
public static class UserRoles
{
    /// <summary>The owner of the team.</summary>
    public const string Owner = "owner";

    /// <summary>An administrator of the team.</summary>
    public const string Admin = "admin";

    /// <summary>A member, who uses the machines that are assigned to them.</summary>
    public const string Member = "member";
}
