namespace Paperspace.Simulator;

/// <summary>Queues values for machines, which may be created later. Each value is taken once.</summary>
internal sealed class MachineQueue<T>
{
    private readonly List<(string? IdOrName, T Value)> _pending = [];

    /// <summary>Adds a value for a machine; null for the next machine that takes one.</summary>
    public void Add(string? idOrName, T value) => _pending.Add((idOrName, value));

    public bool TryTake(SimulatedMachine machine, out T? value)
    {
        var found = _pending.FindIndex(pending => pending.IdOrName is null || machine.Matches(pending.IdOrName));
        value = found < 0 ? default : _pending[found].Value;
        if (found >= 0) _pending.RemoveAt(found);
        return found >= 0;
    }
}
