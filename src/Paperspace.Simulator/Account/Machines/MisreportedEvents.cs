namespace Paperspace.Simulator;

/// <summary>Holds the events that will end in <c>error</c>, without a message, although the action succeeds.</summary>
internal sealed class MisreportedEvents
{
    private readonly List<string?> _pending = [];

    public void Add(string? idOrName) => _pending.Add(idOrName);

    /// <summary>Returns whether the next event of the machine is misreported, and uses that up.</summary>
    public bool Take(SimulatedMachine machine)
    {
        var found = _pending.FindIndex(idOrName => idOrName is null || machine.Matches(idOrName));
        if (found < 0) return false;
        _pending.RemoveAt(found);
        return true;
    }
}
