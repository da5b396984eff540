using System.Globalization;

namespace Paperspace;

/// <summary>Represents a billing period: a calendar month in UTC.</summary>
public sealed class BillingMonth
{
    private const string Form = "yyyy-MM";

    /// <summary>A date stands for its month.</summary>
    private static string[] Forms => [Form, "yyyy-MM-dd"];

    /// <summary>Nothing was billed before this year.</summary>
    private const int FirstYear = 2014;

    /// <summary>The maximum rejects years of other calendars, such as 2569 in the Thai one.</summary>
    private const int LastYear = 2100;

    private readonly DateTime _first;

    /// <summary>Creates the month from a string such as <c>2022-03</c>, or from a date such as <c>2022-03-14</c>.</summary>
    /// <exception cref="PaperspaceException">The string is not a month.</exception>
    public BillingMonth(string month)
        : this(Parse(month) ?? throw PaperspaceException.InvalidRequest(
            $"billingMonth '{TerminalText.Sanitize(month)}' is not a month. Use the format yyyy-MM, such as '2022-03'.", "billingMonth"))
    {
    }

    /// <summary>Creates the month of a time, in UTC.</summary>
    /// <exception cref="PaperspaceException">The year is out of range.</exception>
    public BillingMonth(DateTimeOffset time)
        : this(time.UtcDateTime)
    {
    }

    /// <summary>Creates the month of a time.</summary>
    /// <exception cref="PaperspaceException">The year is out of range.</exception>
    public BillingMonth(DateTime time)
    {
        if (time.Year is < FirstYear or > LastYear)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"billingMonth {time.Year:0000}-{time.Month:00} is not a valid month. ")
                    + FormattableString.Invariant($"The year must be from {FirstYear} to {LastYear} ")
                    + "of the Gregorian calendar, in the format yyyy-MM.",
                "billingMonth");
        _first = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    /// <summary>Gets the start of the month, in UTC.</summary>
    public DateTimeOffset Start => new(_first);

    /// <summary>Gets the end of the month, in UTC: the start of the next month.</summary>
    public DateTimeOffset End => Start + Length;

    /// <summary>Gets the length of the month.</summary>
    public TimeSpan Length => TimeSpan.FromDays(DateTime.DaysInMonth(_first.Year, _first.Month));

    /// <summary>Returns the months of a range, both ends included, in order.</summary>
    /// <exception cref="PaperspaceException">The last month is before the first.</exception>
    public static IReadOnlyList<BillingMonth> Range(BillingMonth from, BillingMonth to)
    {
        if (from is null) throw new ArgumentNullException(nameof(from));
        if (to is null) throw new ArgumentNullException(nameof(to));
        if (to._first < from._first)
            throw PaperspaceException.InvalidRequest(
                $"The range from {from} to {to} ends before it begins.",
                nameof(from),
                nameof(to));
        var months = new List<BillingMonth>();
        for (var month = from; month._first <= to._first; month = month.AddMonths(1)) months.Add(month);
        return months;
    }

    /// <summary>Returns the month that is a number of months later, or earlier if the number is negative.</summary>
    public BillingMonth AddMonths(int months) => new(_first.AddMonths(months));

    /// <summary>Returns the month, or null if the string is not a month or its year is out of range.</summary>
    public static BillingMonth? Find(string? month) =>
        Parse(month) is { Year: >= FirstYear and <= LastYear } first ? new BillingMonth(first) : null;

    /// <summary>Returns the month as yyyy-MM.</summary>
    public override string ToString() => _first.ToString(Form, CultureInfo.InvariantCulture);

    private static DateTime? Parse(string? month) =>
        DateTime.TryParseExact(month?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
}
