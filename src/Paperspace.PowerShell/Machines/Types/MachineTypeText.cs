using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats of machine types in the views.</summary>
internal static class MachineTypeText
{
    /// <summary>Formats the GPUs with the memory of each, such as <c>2x RTX A6000 48GB</c>.</summary>
    public static string Gpus(object? gpu, object? count, object? memory)
    {
        if (DisplayValue.ToText(gpu) is null) return DisplayText.Text(gpu);
        var number = DisplayValue.ToNumber(count) is { } gpus and not 1
            ? string.Format(CultureInfo.InvariantCulture, "{0}x ", gpus)
            : "";
        var name = DisplayText.Text(gpu);
        var size = DisplayValue.ToNumber(memory) is { } gb ? string.Format(CultureInfo.InvariantCulture, " {0}G", gb) : "";
        // Names such as "A100 40GB" and "Tesla V100 32G" include the memory.
        return number + name + (size.Length == 0 || name.IndexOf(size, StringComparison.Ordinal) >= 0 ? "" : size + "B");
    }

    /// <summary>Formats a size in GB.</summary>
    public static string Gigabytes(object? value) => DisplayValue.ToNumber(value) is { } gb
        ? string.Format(CultureInfo.InvariantCulture, "{0} GB", gb)
        : DisplayText.Text(value);

    /// <summary>Formats a list price.</summary>
    public static string Price(object? value) =>
        DisplayValue.ToAmount(value) is { } price ? PriceText.Amount(price) : DisplayText.Text(value);

    /// <summary>Formats the regions; without one, a status other than <c>current</c>.</summary>
    public static string RegionsOrStatus(object? regions, object? status)
    {
        if (DisplayValue.ToItems(regions) is { Count: > 0 } items)
            return string.Join(" ", items.Select(item => DisplayText.Text(item)));
        // A row of a CSV file has them in one string.
        if (DisplayValue.Unwrap(regions) is string row && DisplayValue.ToText(row) is { } text)
            return DisplayText.Text(text.Replace(", ", " "));
        return DisplayText.Text(DisplayValue.ToText(status) is "current" ? null : status);
    }
}
