using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of a machine type for the views of Paperspace.format.ps1xml.</summary>
public sealed class MachineTypeFormatter : DisplayFormatter
{
    private MachineTypeFormatter()
    {
    }

    /// <summary>Gets the formatter of a machine type's values.</summary>
    public static MachineTypeFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        nameof(Gpu) when DisplayValue.ToItems(value) is [var gpu, var count, var memory] => Gpu(gpu, count, memory),
        nameof(Memory) => Memory(value),
        nameof(Price) => Price(value),
        nameof(Regions) when DisplayValue.ToItems(value) is [var regions, var status] => Regions(regions, status),
        _ => base.FormatValue(format, value),
    };

    /// <summary>Formats the GPUs with the memory of each, such as <c>2x RTX A6000 48GB</c>.</summary>
    private static string Gpu(object? gpu, object? count, object? memory)
    {
        if (DisplayValue.ToText(gpu) is null) return Text(gpu);
        var number = DisplayValue.ToNumber(count) is { } gpus and not 1
            ? string.Format(CultureInfo.InvariantCulture, "{0}x ", gpus)
            : "";
        var size = DisplayValue.ToNumber(memory) is { } gb ? string.Format(CultureInfo.InvariantCulture, " {0}GB", gb) : "";
        return $"{number}{Text(gpu)}{size}";
    }

    private static string Memory(object? value) =>
        DisplayValue.ToNumber(value) is { } gb ? string.Format(CultureInfo.InvariantCulture, "{0} GB", gb) : Text(value);

    private static string Price(object? value) => DisplayValue.ToAmount(value) is { } price ? PriceText.Amount(price) : Text(value);

    /// <summary>Formats the regions; without one, a status other than <c>current</c>.</summary>
    private static string Regions(object? regions, object? status)
    {
        if (DisplayValue.ToItems(regions) is { Count: > 0 } items) return string.Join(" ", items.Select(item => Text(item)));
        // A row of a CSV file has them in one string.
        if (DisplayValue.Unwrap(regions) is string row && DisplayValue.ToText(row) is { } text) return Text(text.Replace(", ", " "));
        return DisplayValue.ToText(status) is "current" ? Text(null) : Text(status);
    }
}
