namespace Paperspace.Simulator;

/// <summary>Represents a drive that the machines of a private network share.</summary>
internal sealed class SimulatedSharedDrive
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Gets or sets the size in GB.</summary>
    public required int Size { get; init; }

    public required SimulatedNetwork Network { get; init; }

    public required string Address { get; init; }

    public required string UserName { get; init; }

    public required string Password { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SimulatedSharedDriveRepository
{
    private readonly List<SimulatedSharedDrive> _all = [];

    public IReadOnlyList<SimulatedSharedDrive> All => _all;

    public SimulatedSharedDrive? Find(string id) => _all.Find(drive => drive.Id == id);

    public void Add(SimulatedSharedDrive drive) => _all.Add(drive);

    public void Remove(SimulatedSharedDrive drive) => _all.Remove(drive);
}
