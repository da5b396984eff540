namespace Paperspace.Simulator;

/// <summary>Holds the machines of the account, in the order in which they were created.</summary>
internal sealed class SimulatedMachineRepository
{
    public const long FirstInternalId = 1_700_000;

    // Long enough for whoever waits for the last event of a machine to read it.
    private static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    private readonly List<SimulatedMachine> _ordered = [];
    private readonly Dictionary<string, SimulatedMachine> _byId = new(StringComparer.Ordinal);
    private long _nextInternalId = FirstInternalId;
    private int _removedSincePurge;

    public long NextInternalId() => _nextInternalId++;

    public bool Contains(string id) => _byId.ContainsKey(id);

    public void Add(SimulatedMachine machine)
    {
        _byId.Add(machine.Id, machine);
        _ordered.Add(machine);
    }

    /// <summary>Gets the machines with those that were removed lately, whose events can still be read.</summary>
    public IReadOnlyList<SimulatedMachine> WithRemoved => _ordered;

    public IEnumerable<SimulatedMachine> At(DateTimeOffset now) => _ordered.Where(machine => !machine.IsRemoved(now));

    public SimulatedMachine? Find(string id, DateTimeOffset now) =>
        _byId.TryGetValue(id, out var machine) && !machine.IsRemoved(now) ? machine : null;

    public SimulatedMachine? FindByIdOrName(string idOrName, DateTimeOffset now) =>
        Find(idOrName, now) ?? At(now).FirstOrDefault(machine => machine.Name == idOrName);

    /// <summary>Removes a machine at once.</summary>
    public void Remove(SimulatedMachine machine, DateTimeOffset now)
    {
        machine.RemovedAt = now;
        NoteRemoval(now);
    }

    /// <summary>Notes that a machine has been removed, or will be: now and then, those that were are forgotten.</summary>
    public void NoteRemoval(DateTimeOffset now)
    {
        if (++_removedSincePurge > _ordered.Count / 2)
            Purge(now);
    }

    // Rare enough to cost nothing, often enough that an account in which machines come and go does not grow.
    private void Purge(DateTimeOffset now)
    {
        _ordered.RemoveAll(machine => machine.IsRemoved(now - Retention) && _byId.Remove(machine.Id));
        _removedSincePurge = 0;
    }
}
