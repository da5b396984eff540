namespace Paperspace.Client;

/// <summary>Holds a session as the V1 API returns it.</summary>
internal sealed class V1SessionJson
{
    public V1SessionPartJson? Team { get; set; }

    public V1SessionPartJson? User { get; set; }

    /// <summary>Returns whose key it is.</summary>
    public AccountSession ToSession() => new() { TeamId = Team?.Id, Team = Team?.Name, UserId = User?.Id, User = User?.Name };
}
