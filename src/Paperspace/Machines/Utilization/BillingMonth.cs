using System.Globalization;

namespace Paperspace;

/// <summary>Represents a billing period: a calendar month in UTC.</summary>
public sealed class BillingMonth
{
    private const string Form = "yyyy-MM";

    /// <summary>A date is in the month that it is written in.</summary>
    private static string[] Forms => [Form, "yyyy-MM-dd"];

    /// <summary>The first year in which anything was billed.</summary>
    private const int FirstYear = 2014;

    /// <summary>Years of other calendars, such as 2569 of the Thai one, are beyond it.</summary>
    private const int LastYear = 2100;

    private readonly DateTime _first;

    /// <summary>Creates the month that is written as yyyy-MM.</summary>
    /// <exception cref="PaperspaceException">The text has another form.</exception>
    public BillingMonth(string month)
        : this(Parse(month) ?? throw PaperspaceException.InvalidRequest(
            $"billingMonth '{TerminalText.Sanitize(month)}' is not a month: write it as yyyy-MM, such as '2022-03'.", "billingMonth"))
    {
    }

    /// <summary>Creates the month that this time is in, in UTC.</summary>
    /// <exception cref="PaperspaceException">The year cannot be one.</exception>
    public BillingMonth(DateTimeOffset time)
        : this(time.UtcDateTime)
    {
    }

    /// <summary>Creates the month that this time is in.</summary>
    /// <exception cref="PaperspaceException">The year cannot be one.</exception>
    public BillingMonth(DateTime time)
    {
        if (time.Year is < FirstYear or > LastYear)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"billingMonth {time.Year:0000}-{time.Month:00} is not a month that can be billed: ")
                    + FormattableString.Invariant($"the year is one from {FirstYear} to {LastYear} ")
                    + "of the Gregorian calendar, written as yyyy-MM.",
                "billingMonth");
        _first = new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    /// <summary>Gets when it begins, in UTC.</summary>
    public DateTimeOffset Start => new(_first);

    /// <summary>Gets when it is over, in UTC: the first moment of the next month.</summary>
    public DateTimeOffset End => Start + Length;

    /// <summary>Gets how long the month is.</summary>
    public TimeSpan Length => TimeSpan.FromDays(DateTime.DaysInMonth(_first.Year, _first.Month));

    /// <summary>Returns the months from one to another, both included, the earliest first.</summary>
    /// <exception cref="PaperspaceException">The last month is before the first.</exception>
    public static IReadOnlyList<BillingMonth> Range(BillingMonth from, BillingMonth to)
    {
        if (from is null) throw new ArgumentNullException(nameof(from));
        if (to is null) throw new ArgumentNullException(nameof(to));
        if (to._first < from._first)
            throw PaperspaceException.InvalidRequest(
                $"The months from {from} to {to} are none: the last is before the first.",
                nameof(from),
                nameof(to));
        var months = new List<BillingMonth>();
        for (var month = from; month._first <= to._first; month = month.AddMonths(1)) months.Add(month);
        return months;
    }

    /// <summary>Returns the month some months later, or earlier with a number below 0.</summary>
    public BillingMonth AddMonths(int months) => new(_first.AddMonths(months));

    /// <summary>Returns the month written as yyyy-MM, or null when the text has another form or its year cannot be one.</summary>
    public static BillingMonth? Find(string? month) =>
        Parse(month) is { Year: >= FirstYear and <= LastYear } first ? new BillingMonth(first) : null;

    /// <summary>Returns the month as yyyy-MM.</summary>
    public override string ToString() => _first.ToString(Form, CultureInfo.InvariantCulture);

    private static DateTime? Parse(string? month) =>
        DateTime.TryParseExact(month?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;
}
