namespace Paperspace.Simulator;

internal sealed class SimulatedScript
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    public string? Description { get; init; }

    public required string Text { get; set; }

    public bool IsEnabled { get; set; } = true;

    public bool RunsOnce { get; set; }

    public required string TeamId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }
}

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
