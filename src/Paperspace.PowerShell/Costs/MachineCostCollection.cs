namespace Paperspace.PowerShell;

/// <summary>Collects costs, each resource and month once.</summary>
internal sealed class MachineCostCollection
{
    private readonly List<MachineCostFigure> _figures = [];
    private readonly HashSet<(CostKind, string, string?)> _seen = [];

    public IReadOnlyList<MachineCostFigure> Figures => _figures;

    /// <summary>Adds a cost.</summary>
    /// <returns>False if the resource and month are already there.</returns>
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

    /// <summary>Adds the names, types, regions, states and users of machines.</summary>
    public void Describe(IEnumerable<Machine> machines)
    {
        var known = new Dictionary<string, Machine>(StringComparer.Ordinal);
        foreach (var machine in machines) known[machine.Id] = machine;
        for (var i = 0; i < _figures.Count; i++)
            if (_figures[i].IsMachine && known.TryGetValue(_figures[i].MachineId, out var machine))
                _figures[i] = _figures[i].Describe(machine);
    }
}
