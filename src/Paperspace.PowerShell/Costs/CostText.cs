using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats of usage and cost in the views.</summary>
internal static class CostText
{
    public static string Hours(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? DisplayText.Text(value);

    /// <summary>Formats hours; <c>-</c> if the usage that they come from is unknown.</summary>
    public static string UsedHours(object? hours, object? usage) => DisplayValue.ToText(usage) is null ? DisplayText.Text(null) : Hours(hours);

    public static string Dollars(object? value) => Amount(value, "$#,##0.00") ?? DisplayText.Text(value);

    public static string Number(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("#,##0", CultureInfo.InvariantCulture) ?? DisplayText.Text(value);

    /// <summary>Formats an amount, marked if it is or contains an estimate.</summary>
    public static string Cost(object? value, object? estimates) => Amount(value, "$#,##0.00") is { } amount
        ? (DisplayValue.ToBoolean(estimates) ?? DisplayValue.ToNumber(estimates) > 0 ? "~" : "") + amount
        : DisplayText.Text(value);

    /// <summary>Formats the kind of a recommendation: live, as its name, or as the number that a deserialized one is.</summary>
    public static string Finding(object? value) => Enum.TryParse<CostRecommendationKind>(DisplayValue.ToText(value), out var kind)
        ? kind switch
        {
            CostRecommendationKind.MachineOff => "off",
            CostRecommendationKind.MachineWithoutShutdownTimeout => "no shutdown timeout",
            CostRecommendationKind.UnassignedPublicIp => "no machine",
            CostRecommendationKind.ManySnapshots => "many snapshots",
            _ => DisplayText.Text(value),
        }
        : DisplayText.Text(value);

    /// <summary>Formats an hourly rate, or a monthly one in its absence.</summary>
    public static string Rate(object? hourly, object? monthly) =>
        DisplayValue.ToText(hourly) is null && DisplayValue.ToText(monthly) is not null ? MonthlyRate(monthly) : HourlyRate(hourly);

    public static string HourlyRate(object? value) => Rate(value, "h");

    public static string MonthlyRate(object? value) => Rate(value, "mo");

    private static string Rate(object? value, string unit) =>
        Amount(value, "$#,##0.00##") is { } amount ? $"{amount}/{unit}" : DisplayText.Text(value);

    private static string? Amount(object? value, string format) =>
        DisplayValue.ToAmount(value)?.ToString(format, CultureInfo.InvariantCulture);
}
