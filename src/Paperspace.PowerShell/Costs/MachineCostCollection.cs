namespace Paperspace.PowerShell;

/// <summary>Collects the costs of machines and of what is beside them, each resource and month once.</summary>
internal sealed class MachineCostCollection
{
    private readonly List<MachineCostFigure> _figures = [];
    private readonly HashSet<(CostKind, string, string?)> _seen = [];

    public IReadOnlyList<MachineCostFigure> Figures => _figures;

    /// <summary>Adds a cost.</summary>
    /// <returns>Whether it was not there yet.</returns>
    public bool Add(MachineCostFigure figure)
    {
        if (!_seen.Add((figure.Kind, figure.MachineId, figure.BillingMonth))) return false;
        _figures.Add(figure);
        return true;
    }

    /// <summary>Returns whether a property that costs are grouped by is unknown for some of the machines.</summary>
    public bool Lacks(IEnumerable<MachineCostGrouping> groupings) => _figures.Any(figure => groupings.Any(grouping => grouping switch
    {
        MachineCostGrouping.Machine => figure.MachineName is null,
        MachineCostGrouping.MachineType => figure.MachineType is null,
        MachineCostGrouping.Region => figure.Region is null,
        MachineCostGrouping.State => figure.State is null,
        MachineCostGrouping.User => figure.UserId is null,
        _ => false,
    }));

    /// <summary>Fills in what the machines' descriptions have.</summary>
    public void Describe(IEnumerable<Machine> machines)
    {
        var known = new Dictionary<string, Machine>(StringComparer.Ordinal);
        foreach (var machine in machines) known[machine.Id] = machine;
        for (var i = 0; i < _figures.Count; i++)
            if (_figures[i].IsMachine && known.TryGetValue(_figures[i].MachineId, out var machine))
                _figures[i] = _figures[i].Describe(machine);
    }
}
