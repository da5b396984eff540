namespace Paperspace.Simulator;

/// <summary>Holds a drive that the machines of a private network share.</summary>
internal sealed class SimulatedSharedDrive
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Gets or sets the storage in GB.</summary>
    public required int Size { get; init; }

    public required SimulatedNetwork Network { get; init; }

    public required string Address { get; init; }

    public required string UserName { get; init; }

    public required string Password { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
