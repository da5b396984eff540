namespace Paperspace.PowerShell;

/// <summary>Transforms utilizations, live, deserialized or as rows, into the costs that they tell, and anything else into
/// machines.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MachineCostSourceTransformationAttribute : SelectionTransformationAttribute
{
    private readonly ResourceAttribute _machines = new(MachineDescriptor.Instance);

    /// <inheritdoc/>
    internal override PaperspaceException? FindFailure(object? item) => (item as MachineCostSource)?.Failure;

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
