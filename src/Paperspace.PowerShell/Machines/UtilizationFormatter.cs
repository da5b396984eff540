using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of use and cost for the views of Paperspace.format.ps1xml.</summary>
public sealed class UtilizationFormatter : DisplayFormatter
{
    private UtilizationFormatter()
    {
    }

    /// <summary>Gets the formatter of the values of use and cost.</summary>
    public static UtilizationFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        "Hours" => DisplayValue.ToNumber(value)?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? Text(value),
        "Dollars" => Amount(value, "$#,##0.00") ?? Text(value),
        nameof(Number) => Number(value),
        nameof(Cost) => DisplayValue.ToItems(value) is { Count: 2 } values ? Cost(values[0], values[1]) : Text(value),
        nameof(Finding) => Finding(value),
        "HourlyRate" => Rate(value, "h"),
        "MonthlyRate" => Rate(value, "mo"),
        _ => base.FormatValue(format, value),
    };

    private static string Number(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("#,##0", CultureInfo.InvariantCulture) ?? Text(value);

    /// <summary>Formats an amount; one that is an estimate, or has estimates in it, is marked.</summary>
    private static string Cost(object? value, object? estimates) => Amount(value, "$#,##0.00") is { } amount
        ? (DisplayValue.ToBoolean(estimates) ?? DisplayValue.ToNumber(estimates) > 0 ? "~" : "") + amount
        : Text(value);

    /// <summary>Formats the kind of a recommendation: live, as its name, or as the number that a deserialized one is.</summary>
    private static string Finding(object? value) => Enum.TryParse<CostRecommendationKind>(DisplayValue.ToText(value), out var kind)
        ? kind switch
        {
            CostRecommendationKind.MachineOff => "off",
            CostRecommendationKind.MachineWithoutShutdownTimeout => "no shutdown timeout",
            CostRecommendationKind.UnassignedPublicIp => "no machine",
            CostRecommendationKind.ManySnapshots => "many snapshots",
            _ => Text(value),
        }
        : Text(value);

    private static string Rate(object? value, string unit) => Amount(value, "$#,##0.00##") is { } amount ? $"{amount}/{unit}" : Text(value);

    private static string? Amount(object? value, string format) =>
        DisplayValue.ToAmount(value)?.ToString(format, CultureInfo.InvariantCulture);
}
