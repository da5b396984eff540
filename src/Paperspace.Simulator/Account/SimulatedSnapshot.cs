namespace Paperspace.Simulator;

internal sealed class SimulatedSnapshot
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required SimulatedMachine Machine { get; init; }

    public bool IsAutomatic { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets from when the snapshot can be restored.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Gets or sets when the snapshot is deleted, possibly in the future; null if it was not.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Returns whether the snapshot exists: from its creation until it or its machine is deleted.</summary>
    public bool Exists(DateTimeOffset now) => now >= CreatedAt && !(now >= RemovedAt) && !Machine.IsRemoved(now);
}

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

internal enum SnapshotFrequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
}

/// <summary>Specifies when the disk of a machine is restored to its restore point.</summary>
internal enum RestorePointFrequency
{
    Shutdown,
}
