using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats of a template's values in the views.</summary>
internal static class TemplateText
{
    public static string DiskSize(object? value) =>
        DisplayValue.ToNumber(value) is { } size ? size.ToString("0.#", CultureInfo.InvariantCulture) + " GB" : DisplayText.Text(value);

    /// <summary>Formats machine types in one line, those that are not available in parentheses.</summary>
    public static string MachineTypes(object? value)
    {
        if (DisplayValue.ToItems(value) is not { Count: > 0 } types) return DisplayText.Text(null);
        return string.Join(", ", types.Select(type =>
        {
            var name = DisplayText.Text(DisplayValue.Property(type, nameof(TemplateMachineType.MachineType)) ?? type);
            return DisplayValue.ToBoolean(DisplayValue.Property(type, nameof(TemplateMachineType.IsAvailable))) == false
                ? $"({name})"
                : name;
        }));
    }
}
