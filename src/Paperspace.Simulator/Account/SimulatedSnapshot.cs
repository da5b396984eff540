namespace Paperspace.Simulator;

internal sealed class SimulatedSnapshot
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public required SimulatedMachine Machine { get; init; }

    public bool IsAutomatic { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets from when it can be restored.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    /// <summary>Gets or sets when it is, or will be, deleted; null if nobody deleted it.</summary>
    public DateTimeOffset? RemovedAt { get; set; }

    /// <summary>Returns whether it exists: from when it is taken until it or its machine is deleted.</summary>
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

/// <summary>Says when the disk of a machine is set back to its restore point.</summary>
internal enum RestorePointFrequency
{
    Shutdown,
}
