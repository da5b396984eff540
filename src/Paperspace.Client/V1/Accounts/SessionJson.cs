namespace Paperspace.Client.V1.Accounts;

/// <summary>Holds a session as the V1 API returns it.</summary>
internal sealed class SessionJson
{
    /// <summary>Gets or sets the team.</summary>
    public SessionPartJson? Team { get; set; }

    /// <summary>Gets or sets the user.</summary>
    public SessionPartJson? User { get; set; }

    /// <summary>Returns whose key it is.</summary>
    public AccountSession ToSession() => new() { TeamId = Team?.Id, Team = Team?.Name, UserId = User?.Id, User = User?.Name };
}
