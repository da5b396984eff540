namespace Paperspace.Simulator;

/// <summary>Holds a startup script of the team.</summary>
internal sealed class SimulatedScript
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string? Description { get; init; }

    public required string Text { get; set; }

    public bool IsEnabled { get; set; } = true;

    public bool RunsOnce { get; set; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets when it was deleted; null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
