namespace Paperspace.Simulator;

/// <summary>Holds a network of the team in one region.</summary>
internal sealed record SimulatedNetwork
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The code of the region.</summary>
    public required string Region { get; init; }

    public required string Address { get; init; }

    public required string Netmask { get; init; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
