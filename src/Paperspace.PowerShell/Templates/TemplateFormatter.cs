using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of a template for the views of Paperspace.format.ps1xml.</summary>
public sealed class TemplateFormatter : DisplayFormatter
{
    private TemplateFormatter()
    {
    }

    /// <summary>Gets the formatter.</summary>
    public static TemplateFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) =>
        format switch
        {
            nameof(DiskSize) => DiskSize(value),
            nameof(MachineTypes) => MachineTypes(value),
            _ => (format == nameof(Label) && DisplayValue.ToItems(value) is { Count: 2 } values ? Label(values[0], values[1]) : null)
                ?? base.FormatValue(format, value),
        };

    /// <summary>Formats what it is called: the label, or the operating system where it has none.</summary>
    private static string Label(object? label, object? os) => Text(DisplayValue.ToText(label) ?? os);

    private static string DiskSize(object? value) =>
        DisplayValue.ToNumber(value) is { } size ? size.ToString("0.#", CultureInfo.InvariantCulture) + " GB" : Text(value);

    /// <summary>Formats machine types in one line, those that cannot be had in parentheses.</summary>
    private static string MachineTypes(object? value)
    {
        if (DisplayValue.ToItems(value) is not { Count: > 0 } types) return Text(null);
        return string.Join(", ", types.Select(type =>
        {
            var name = Text(DisplayValue.Property(type, nameof(TemplateMachineType.MachineType)) ?? type);
            return DisplayValue.ToBoolean(DisplayValue.Property(type, nameof(TemplateMachineType.IsAvailable))) == false
                ? $"({name})"
                : name;
        }));
    }
}
