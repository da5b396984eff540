namespace Paperspace.PowerShell;

/// <summary>Identifies a machine whose cost is read, or holds a cost that was read before.</summary>
public sealed class MachineCostSource
{
    /// <summary>Creates a source from a machine, whose cost is read.</summary>
    public MachineCostSource(ResourceIdentity<Machine> machine)
    {
        Machine = machine ?? throw new ArgumentNullException(nameof(machine));
    }

    internal MachineCostSource(MachineCostFigure figure)
    {
        Figure = figure;
    }

    /// <inheritdoc/>
    public string Id => Figure?.MachineId ?? Machine!.Id;

    /// <inheritdoc/>
    public object Target => Machine?.Target ?? Id;

    /// <inheritdoc/>
    public PaperspaceException? Failure => Machine?.Failure ?? Figure?.Failure;

    /// <summary>Gets the machine whose cost is read; null where the cost is known.</summary>
    internal ResourceIdentity<Machine>? Machine { get; }

    /// <summary>Gets the cost; null where it is to be read.</summary>
    internal MachineCostFigure? Figure { get; }

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize(Id);
}
