using System.Globalization;

namespace Paperspace;

/// <summary>A billing period: a calendar month in UTC.</summary>
public sealed class BillingMonth
{
    private const string Form = "yyyy-MM";

    private readonly DateTime _first;

    /// <summary>The month written as yyyy-MM.</summary>
    /// <exception cref="PaperspaceException">The text has another form.</exception>
    public BillingMonth(string month)
        : this((Find(month) ?? throw PaperspaceException.InvalidRequest(
            $"billingMonth '{TerminalText.Sanitize(month)}' is not a month: write it as yyyy-MM, such as '2022-03'.", "billingMonth"))._first)
    {
    }

    /// <summary>The month that this time is in.</summary>
    public BillingMonth(DateTime time)
    {
        _first = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    /// <summary>How long the month is.</summary>
    public TimeSpan Length => TimeSpan.FromDays(DateTime.DaysInMonth(_first.Year, _first.Month));

    /// <summary>The month some months later, or earlier with a number below 0.</summary>
    public BillingMonth AddMonths(int months) => new(_first.AddMonths(months));

    /// <summary>The month written as yyyy-MM, or null when the text has another form.</summary>
    public static BillingMonth? Find(string? month) =>
        DateTime.TryParseExact(month?.Trim(), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            ? new BillingMonth(first)
            : null;

    /// <summary>The month as yyyy-MM.</summary>
    public override string ToString() => _first.ToString(Form, CultureInfo.InvariantCulture);
}
