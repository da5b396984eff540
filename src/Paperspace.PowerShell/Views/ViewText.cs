using System.Collections;
using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Values as a person reads them in a table or list. For Paperspace.format.ps1xml.</summary>
/// <remarks>Nothing here can move the cursor or reorder text, whatever the API sent. The same in every culture.</remarks>
public static class ViewText
{
    private const string Nothing = "-";
    private const char Ellipsis = '\u2026';
    private const int LongestRegion = 6;
    private const int LongestField = 200;
    private const double UnitStep = 1024;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>Text of the API; <c>-</c> for none.</summary>
    public static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : TerminalText.Sanitize(text);

    /// <summary>Text of the API, with its end left out where it is longer than this.</summary>
    public static string Short(string? text, int most)
    {
        var shown = Text(text);
        if (shown.Length <= most) return shown;
        var end = char.IsHighSurrogate(shown[most - 2]) ? most - 2 : most - 1;
        return shown.Substring(0, end) + Ellipsis;
    }

    /// <summary>A number; <c>-</c> for none.</summary>
    public static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>A region by its short name, such as <c>NY2</c>.</summary>
    public static string Region(string? region) => Short(Regions.ShortName(region), LongestRegion);

    /// <summary>Bytes in the largest unit that fits, such as <c>30 GB</c>.</summary>
    public static string Size(long? bytes)
    {
        if (bytes is not { } left) return Nothing;
        double amount = left;
        var unit = 0;
        for (; amount >= UnitStep && unit < Units.Length - 1; unit++) amount /= UnitStep;
        return string.Format(CultureInfo.InvariantCulture, amount < 100 ? "{0:0.#} {1}" : "{0:0} {1}", amount, Units[unit]);
    }

    /// <summary>A length of time in its largest unit alone, such as <c>3d</c>.</summary>
    public static string Age(TimeSpan? age) => age switch
    {
        null => Nothing,
        { TotalDays: >= 2 * 365 } years => Whole(years.TotalDays / 365, "y"),
        { TotalDays: >= 1 } days => Whole(days.TotalDays, "d"),
        { TotalHours: >= 1 } hours => Whole(hours.TotalHours, "h"),
        { TotalMinutes: >= 1 } minutes => Whole(minutes.TotalMinutes, "m"),
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>A length of time in its two largest units, such as <c>1m 8s</c>.</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => Nothing,
        { TotalDays: >= 1 } days => $"{Whole(days.TotalDays, "d")} {days.Hours}h",
        { TotalHours: >= 1 } hours => $"{hours.Hours}h {hours.Minutes}m",
        { TotalMinutes: >= 1 } minutes => $"{minutes.Minutes}m {minutes.Seconds}s",
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>A short length of time, such as <c>120 ms</c>.</summary>
    public static string Milliseconds(TimeSpan? time) =>
        time is { } value ? value.TotalMilliseconds.ToString("0 'ms'", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>A time in UTC, such as <c>2022-03-14 15:48:30Z</c>.</summary>
    public static string Time(DateTimeOffset? time) => time?.ToString("u", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>Hours, such as <c>10.4</c>.</summary>
    public static string Hours(double? seconds) =>
        seconds is { } value ? (value / 3600).ToString("#,##0.##", CultureInfo.InvariantCulture) : Nothing;

    /// <summary>An amount in US dollars, such as <c>$4.15</c>.</summary>
    public static string Dollars(decimal? amount) => Amount(amount, "$#,##0.00") ?? Nothing;

    /// <summary>An amount in US dollars for each of something, such as <c>$0.51/h</c>.</summary>
    public static string Rate(decimal? amount, string unit) => Amount(amount, "$#,##0.00##") is { } shown ? $"{shown}/{unit}" : Nothing;

    /// <summary><c>yes</c>, <c>no</c>, or <c>-</c> where it is not known.</summary>
    public static string YesNo(bool? value) => value switch { true => "yes", false => "no", null => Nothing };

    /// <summary>Fields that this version does not know, one a line.</summary>
    public static string Fields(IReadOnlyDictionary<string, object?>? fields) =>
        fields is null ? "" : string.Join("\n", fields.Select(field => Short(Line(field), LongestField)));

    private static string? Amount(decimal? amount, string format) => amount?.ToString(format, CultureInfo.InvariantCulture);

    private static string Whole(double number, string unit) => Math.Floor(number).ToString(CultureInfo.InvariantCulture) + unit;

    private static string Line(KeyValuePair<string, object?> field) => $"{field.Key}: {Value(field.Value)}";

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => text,
        bool flag => flag ? "true" : "false",
        IReadOnlyDictionary<string, object?> fields => "{" + string.Join(", ", fields.Select(Line)) + "}",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Value)) + "]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
