using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of use and cost for the views of Paperspace.format.ps1xml.</summary>
public sealed class UtilizationFormatter : DisplayFormatter
{
    private UtilizationFormatter()
    {
    }

    /// <summary>The formatter of the values of use and cost.</summary>
    public static UtilizationFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        "Hours" => DisplayValue.ToNumber(value)?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? Text(value),
        "Dollars" => Amount(value, "$#,##0.00") ?? Text(value),
        "HourlyRate" => Rate(value, "h"),
        "MonthlyRate" => Rate(value, "mo"),
        _ => base.FormatValue(format, value),
    };

    private static string Rate(object? value, string unit) => Amount(value, "$#,##0.00##") is { } amount ? $"{amount}/{unit}" : Text(value);

    private static string? Amount(object? value, string format) => DisplayValue.ToAmount(value)?.ToString(format, CultureInfo.InvariantCulture);
}
