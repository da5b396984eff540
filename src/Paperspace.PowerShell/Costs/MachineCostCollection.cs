namespace Paperspace.PowerShell;

/// <summary>Collects the costs of machines, each machine and month once.</summary>
internal sealed class MachineCostCollection
{
    private readonly List<MachineCostFigure> _figures = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<MachineCostFigure> Figures => _figures;

    /// <summary>Adds a cost.</summary>
    /// <returns>Whether it was not there yet.</returns>
    public bool Add(MachineCostFigure figure)
    {
        if (!_seen.Add($"{figure.MachineId}\0{figure.BillingMonth}")) return false;
        _figures.Add(figure);
        return true;
    }

    /// <summary>Returns whether what the machines are is not known of some.</summary>
    public bool Lacks(IEnumerable<MachineCostGrouping> groupings) => _figures.Any(figure => groupings.Any(grouping => grouping switch
    {
        MachineCostGrouping.Machine => figure.MachineName is null,
        MachineCostGrouping.MachineType => figure.MachineType is null,
        MachineCostGrouping.Region => figure.Region is null,
        MachineCostGrouping.State => figure.State is null,
        MachineCostGrouping.User => figure.UserId is null,
        _ => false,
    }));

    public void Describe(IEnumerable<Machine> machines)
    {
        var known = new Dictionary<string, Machine>(StringComparer.Ordinal);
        foreach (var machine in machines) known[machine.Id] = machine;
        for (var i = 0; i < _figures.Count; i++)
            if (known.TryGetValue(_figures[i].MachineId, out var machine))
                _figures[i] = _figures[i].Describe(machine);
    }
}
