namespace Paperspace.PowerShell;

/// <summary>A machine of a report.</summary>
internal sealed record ReportMachine(string Id, string? Name, string? MachineType, string? Region, string? State)
{
    /// <summary>Returns each machine once: those with a description, then others that have costs.</summary>
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
