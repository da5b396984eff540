namespace Paperspace.Client;

/// <summary>Represents a session of the V1 API.</summary>
internal sealed class V1SessionJson
{
    public V1SessionPartJson? Team { get; set; }

    public V1SessionPartJson? User { get; set; }

    public AccountSession ToSession() => new() { TeamId = Team?.Id, Team = Team?.Name, UserId = User?.Id, User = User?.Name };
}
