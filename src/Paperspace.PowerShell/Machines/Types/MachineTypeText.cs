using System.Globalization;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>The formats of machine types in the views.</summary>
internal static class MachineTypeText
{
    private static readonly Regex MemoryInName = new(@"\b[0-9]+GB?\b", RegexOptions.CultureInvariant);

    /// <summary>Formats the GPUs with the memory of each, such as <c>2x RTX A6000 48GB</c> or <c>A100 40GB</c>.</summary>
    public static string Gpus(object? gpu, object? count, object? memory)
    {
        if (DisplayValue.ToText(gpu) is not { } name) return DisplayText.Text(gpu);
        var number = DisplayValue.ToNumber(count) is { } gpus and not 1
            ? string.Format(CultureInfo.InvariantCulture, "{0}x ", gpus)
            : "";
        var size = DisplayValue.ToNumber(memory) is { } gb && !MemoryInName.IsMatch(name) ? string.Format(CultureInfo.InvariantCulture, " {0}GB", gb) : "";
        return $"{number}{DisplayText.Text(gpu)}{size}";
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
