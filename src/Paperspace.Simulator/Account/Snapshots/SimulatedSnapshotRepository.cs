namespace Paperspace.Simulator;

/// <summary>Holds the snapshots of the account's machines.</summary>
internal sealed class SimulatedSnapshotRepository
{
    private readonly List<SimulatedSnapshot> _all = [];

    public IEnumerable<SimulatedSnapshot> At(DateTimeOffset now) => _all.Where(snapshot => snapshot.Exists(now));

    public SimulatedSnapshot? Find(string id, DateTimeOffset now) => At(now).FirstOrDefault(snapshot => snapshot.Id == id);

    public void Add(SimulatedSnapshot snapshot, DateTimeOffset now)
    {
        _all.RemoveAll(known => now >= known.RemovedAt || known.Machine.IsRemoved(now));
        _all.Add(snapshot);
    }
}
