namespace Paperspace.Simulator;

/// <summary>Holds the startup scripts of the account.</summary>
internal sealed class SimulatedScriptRepository
{
    private readonly List<SimulatedScript> _all = [];

    public IReadOnlyList<SimulatedScript> All => _all;

    public SimulatedScript? Find(string id) => _all.Find(script => script.Id == id);

    public void Add(SimulatedScript script) => _all.Add(script);

    public void Remove(SimulatedScript script, DateTimeOffset now)
    {
        script.RemovedAt = now;
        _all.Remove(script);
    }
}
