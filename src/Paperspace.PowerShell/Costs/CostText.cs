using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats of usage and cost in the views.</summary>
internal static class CostText
{
    public static string Hours(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("#,##0.##", CultureInfo.InvariantCulture) ?? DisplayText.Text(value);

    public static string Dollars(object? value) => Amount(value, "$#,##0.00") ?? DisplayText.Text(value);

    public static string Number(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("#,##0", CultureInfo.InvariantCulture) ?? DisplayText.Text(value);

    /// <summary>Formats an amount: <c>~</c> marks an estimate, <c>≥</c> a sum of which a part is unknown.</summary>
    public static string Cost(object? value, object? estimates, object? isComplete) => Amount(value, "$#,##0.00") is { } amount
        ? (DisplayValue.ToBoolean(isComplete) == false ? "≥ " : "")
            + (DisplayValue.ToBoolean(estimates) ?? DisplayValue.ToNumber(estimates) > 0 ? "~" : "")
            + amount
        : DisplayText.Text(value);

    /// <summary>Formats a saving: <c>~</c> marks an estimate, <c>(list)</c> a list price.</summary>
    public static string Saving(object? value, object? isEstimate, object? isListPrice)
    {
        var saving = Cost(value, isEstimate, null);
        return DisplayValue.ToBoolean(isListPrice) == true && saving.IndexOf('$') >= 0 ? saving + " (list)" : saving;
    }

    /// <summary>Formats an hourly rate, or a monthly one in its absence; <c>*</c> marks a list price.</summary>
    public static string Rate(object? hourly, object? monthly, object? isListPrice) => Marked(Rate(hourly, monthly), isListPrice);

    /// <summary>Formats an hourly rate, or a monthly one in its absence.</summary>
    public static string Rate(object? hourly, object? monthly) =>
        DisplayValue.ToText(hourly) is null && DisplayValue.ToText(monthly) is not null ? MonthlyRate(monthly) : HourlyRate(hourly);

    public static string HourlyRate(object? value) => Rate(value, "h");

    public static string MonthlyRate(object? value) => Rate(value, "mo");

    private static string Marked(string text, object? isListPrice) =>
        DisplayValue.ToBoolean(isListPrice) == true && text.IndexOf('$') >= 0 ? text + "*" : text;

    private static string Rate(object? value, string unit) =>
        Amount(value, "$#,##0.00##") is { } amount ? $"{amount}/{unit}" : DisplayText.Text(value);

    private static string? Amount(object? value, string format) =>
        DisplayValue.ToAmount(value)?.ToString(format, CultureInfo.InvariantCulture);
}
