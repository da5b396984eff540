namespace Paperspace.Simulator;

internal sealed class SimulatedMachineRepository
{
    public const long FirstInternalId = 1_700_000;

    // Clients can read the last event of a removed machine for this long.
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

    /// <summary>Gets the machines, including those that were removed recently, whose events can still be read.</summary>
    public IReadOnlyList<SimulatedMachine> WithRemoved => _ordered;

    public IEnumerable<SimulatedMachine> At(DateTimeOffset now) => _ordered.Where(machine => !machine.IsRemoved(now));

    public SimulatedMachine? FindWithRemoved(string id) => _byId.TryGetValue(id, out var machine) ? machine : null;

    public SimulatedMachine? FindByIdOrName(string idOrName, DateTimeOffset now) =>
        FindWithRemoved(idOrName) is { } machine && !machine.IsRemoved(now)
            ? machine
            : At(now).FirstOrDefault(machine => machine.Name == idOrName);

    public void Remove(SimulatedMachine machine, DateTimeOffset now)
    {
        machine.RemovedAt = now;
        RecordRemoval(now);
    }

    /// <summary>Records a removal, and periodically discards old ones.</summary>
    public void RecordRemoval(DateTimeOffset now)
    {
        // An account whose machines come and go must not grow without bound.
        if (++_removedSincePurge <= _ordered.Count / 2) return;
        _ordered.RemoveAll(machine => machine.IsRemoved(now - Retention) && _byId.Remove(machine.Id));
        _removedSincePurge = 0;
    }
}
