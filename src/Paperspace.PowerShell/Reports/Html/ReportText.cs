using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of a report, the same in every culture.</summary>
internal static class ReportText
{
    private const string Nothing = "–";

    /// <summary>Formats an amount of US dollars.</summary>
    /// <param name="amount">The amount; null if unknown.</param>
    /// <param name="isEstimate">Whether it is marked as an estimate.</param>
    /// <param name="isListPrice">Whether it is marked as a list price.</param>
    /// <param name="isComplete">Whether all parts of it are known.</param>
    public static string Dollars(decimal? amount, bool isEstimate = false, bool isListPrice = false, bool isComplete = true) =>
        amount is { } value
            ? (isComplete ? "" : "≥\u00A0")
                + (isEstimate ? "~" : "")
                + value.ToString("$#,##0.00", CultureInfo.InvariantCulture)
                + (isListPrice ? "*" : "")
            : Nothing;

    public static string Dollars(decimal? amount, MachineCost cost) =>
        Dollars(amount, cost.EstimateCount > 0, cost.ListPriceCount > 0, cost.IsComplete);

    /// <summary>Formats the projected cost of a group.</summary>
    public static string Projected(MachineCost cost) => Dollars(
        cost.ProjectedCost, cost.EstimateCount > 0 || cost.ProjectedCost != cost.Cost, cost.ListPriceCount > 0, cost.IsComplete);

    public static string Number(double? number) => number?.ToString("#,##0.#", CultureInfo.InvariantCulture) ?? Nothing;

    public static string Time(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>Returns the string, or a dash if it is empty.</summary>
    public static string OrNothing(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : text!;

    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
