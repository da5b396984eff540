namespace Paperspace.Simulator;

/// <summary>Holds a user of the team.</summary>
internal sealed class SimulatedUser
{
    public required string Id { get; init; }

    public required string Email { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsOwner { get; init; }

    public bool IsAdmin { get; set; }

    /// <summary>Gets or sets when the user joined the team; null while the invitation is open.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    public DateTimeOffset? LastActiveAt { get; init; }

    /// <summary>Gets or sets when the user left the team; null for a member.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
