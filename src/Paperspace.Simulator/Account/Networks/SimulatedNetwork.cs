namespace Paperspace.Simulator;

/// <summary>Holds a network of the team in one region.</summary>
internal sealed class SimulatedNetwork
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Gets or sets the code of the region.</summary>
    public required string Region { get; init; }

    public required string Address { get; init; }

    public required string Netmask { get; init; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets whether it is the one that machines of the region are in until they join a private one.</summary>
    public bool IsDefault { get; init; }
}
