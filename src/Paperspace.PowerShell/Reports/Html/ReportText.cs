using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Formats what a report's page shows, the same in every culture.</summary>
internal static class ReportText
{
    private const string Nothing = "–";

    /// <summary>Formats an amount of US dollars; an estimate is marked.</summary>
    public static string Dollars(decimal? amount, bool isEstimate = false) =>
        amount is { } value ? (isEstimate ? "~" : "") + value.ToString("$#,##0.00", CultureInfo.InvariantCulture) : Nothing;

    public static string Dollars(decimal amount, MachineCost cost) => Dollars(amount, cost.EstimateCount > 0);

    public static string Number(double number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset? time) =>
        time?.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>Returns text, or what stands for none.</summary>
    public static string OrNothing(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : text!;

    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";
}
