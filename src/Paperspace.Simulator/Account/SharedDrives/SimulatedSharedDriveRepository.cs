namespace Paperspace.Simulator;

/// <summary>Holds the shared drives of the account.</summary>
internal sealed class SimulatedSharedDriveRepository
{
    private readonly List<SimulatedSharedDrive> _all = [];

    public IReadOnlyList<SimulatedSharedDrive> All => _all;

    public SimulatedSharedDrive? Find(string id) => _all.Find(drive => drive.Id == id);

    public void Add(SimulatedSharedDrive drive) => _all.Add(drive);

    public void Remove(SimulatedSharedDrive drive) => _all.Remove(drive);
}
