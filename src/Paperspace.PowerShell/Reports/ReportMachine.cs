namespace Paperspace.PowerShell;

/// <summary>Holds what a report tells of a machine.</summary>
internal sealed record ReportMachine(string Id, string? Name, string? MachineType, string? Region, string? State)
{
    /// <summary>Returns the machines of a report, each once: those that are described, and others that costs are known of.</summary>
    public static IReadOnlyList<ReportMachine> Collect(IEnumerable<Machine> machines, IEnumerable<MachineCostFigure> figures) =>
        [
            .. machines
                .Select(machine => new ReportMachine(machine.Id, machine.Name, machine.MachineType, machine.Region, machine.State))
                .Concat(
                    figures.Select(figure => new ReportMachine(
                        figure.MachineId,
                        figure.MachineName,
                        figure.MachineType,
                        figure.Region,
                        figure.State)))
                .GroupBy(machine => machine.Id, StringComparer.Ordinal)
                .Select(group => group.First()),
        ];
}
