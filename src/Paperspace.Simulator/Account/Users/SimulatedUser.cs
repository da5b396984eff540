namespace Paperspace.Simulator;

/// <summary>Holds a user of the team.</summary>
internal sealed record SimulatedUser(string Id, string Email, string FirstName, string LastName, string TeamId, DateTimeOffset CreatedAt)
{
    public bool IsOwner { get; init; }
}
