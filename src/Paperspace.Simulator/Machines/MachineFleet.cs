namespace Paperspace.Simulator;

/// <summary>The machines of the account, in the order in which they were created.</summary>
internal sealed class MachineFleet
{
    public const long FirstInternalId = 1_700_000;

    private readonly List<Machine> _ordered = [];
    private readonly Dictionary<string, Machine> _byId = new(StringComparer.Ordinal);
    private long _nextInternalId = FirstInternalId;
    private int _destroyedSinceSweep;

    public long NextInternalId() => _nextInternalId++;

    public bool Knows(string id) => _byId.ContainsKey(id);

    public void Add(Machine machine)
    {
        _byId.Add(machine.Id, machine);
        _ordered.Add(machine);
    }

    public IEnumerable<Machine> At(DateTimeOffset now) => _ordered.Where(machine => !machine.IsGone(now));

    public Machine? Find(string id, DateTimeOffset now) => _byId.TryGetValue(id, out var machine) && !machine.IsGone(now) ? machine : null;

    public Machine? FindByIdOrName(string idOrName, DateTimeOffset now) =>
        Find(idOrName, now) ?? At(now).FirstOrDefault(machine => machine.Name == idOrName);

    /// <summary>Marks a machine as gone from a moment on, which may be yet to come.</summary>
    public void Remove(Machine machine, DateTimeOffset at, DateTimeOffset now)
    {
        machine.GoneAt = at;
        if (++_destroyedSinceSweep > _ordered.Count / 2)
            Sweep(now);
    }

    // Rare enough to cost nothing, often enough that an account in which machines come and go does not grow.
    private void Sweep(DateTimeOffset now)
    {
        _ordered.RemoveAll(machine => machine.IsGone(now) && _byId.Remove(machine.Id));
        _destroyedSinceSweep = 0;
    }
}
