using System.Globalization;

namespace Paperspace.Simulator.Core;

/// <summary>Reads a calendar month in UTC from a parameter.</summary>
internal readonly record struct BillingMonthParameter(DateTimeOffset Begins)
{
    public DateTimeOffset Ends => Begins.AddMonths(1);

    public string Text => Begins.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static BillingMonthParameter Parse(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins) && begins.Year < 9999
            ? new BillingMonthParameter(new DateTimeOffset(begins, TimeSpan.Zero))
            : throw CoreErrors.WrongType("billingMonth", "in YYYY-MM format");
}
