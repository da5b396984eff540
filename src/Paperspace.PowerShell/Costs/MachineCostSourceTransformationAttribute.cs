namespace Paperspace.PowerShell;

/// <summary>Transforms utilizations (live, deserialized or rows) into their costs, and anything else into machines.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MachineCostSourceTransformationAttribute : SelectionTransformationAttribute
{
    private readonly ResourceAttribute _machines = new(MachineDescriptor.Instance);

    /// <inheritdoc/>
    /// <remarks>The cmdlets report failures themselves: a budget must not pass without what could not be read.</remarks>
    internal override PaperspaceException? FindFailure(object? item) => null;

    /// <inheritdoc/>
    private protected override object Convert(object? given)
    {
        var sources = new List<MachineCostSource>();
        foreach (var item in GetItems(given, value => value is System.Collections.IDictionary || MachineCostFigure.Find(value) is not null))
            if (Unwrap(item) is MachineCostSource source)
                sources.Add(source);
            else if (MachineCostFigure.Find(item) is { } figure)
                sources.Add(new MachineCostSource(figure));
            else
                sources.AddRange(ToSources(item!));
        return sources.Count > 0 ? sources.ToArray() : ToSources(Array.Empty<object>()).ToArray();
    }

    private IEnumerable<MachineCostSource> ToSources(object given) =>
        ((ResourceIdentity<Machine>[])_machines.Transform(null!, given)!).Select(machine => new MachineCostSource(machine));
}
