using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>A calendar month in UTC.</summary>
internal readonly record struct BillingMonth(DateTimeOffset Begins)
{
    public DateTimeOffset Ends => Begins.AddMonths(1);

    public string Text => Begins.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static BillingMonth Parse(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var begins) && begins.Year < 9999
            ? new BillingMonth(new DateTimeOffset(begins, TimeSpan.Zero))
            : throw Rejection.WrongType("billingMonth", "in YYYY-MM format");
}
