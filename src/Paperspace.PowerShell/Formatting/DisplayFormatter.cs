using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>
/// Formats values as a person reads them in a table or list: the provider of <see cref="string.Format(IFormatProvider, string, object[])"/>
/// in the views of Paperspace.format.ps1xml.
/// </summary>
/// <remarks>
/// The views format through <c>string.Format</c>, because ConstrainedLanguage permits methods of core types alone. A format of several
/// values, such as a disk's size and its used part, takes them as one list. No text can move the cursor or reorder what stands beside it,
/// whatever the API sent. The same in every culture.
/// </remarks>
public abstract class DisplayFormatter : IFormatProvider, ICustomFormatter
{
    private const string Nothing = "-";
    private const char Ellipsis = '\u2026';
    private const int LongestRegion = 6;
    private const int LongestField = 200;
    private const double UnitStep = 1024;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    private protected DisplayFormatter()
    {
    }

    /// <inheritdoc/>
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

    /// <summary>Formats a value, live or deserialized.</summary>
    /// <param name="format">The name of the format, such as <c>Size</c>; without one, <c>Text</c>.</param>
    /// <param name="arg">The value, or the list of those that the format takes.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <exception cref="FormatException">There is no format of this name.</exception>
    public string Format(string? format, object? arg, IFormatProvider? formatProvider) => FormatValue(format ?? nameof(Text), arg);

    private protected virtual string FormatValue(string format, object? value) => format switch
    {
        nameof(Text) => Text(value),
        nameof(Region) => Region(value),
        nameof(Size) => Size(value),
        nameof(Age) => Age(value),
        nameof(Duration) => Duration(value),
        nameof(Time) => Time(value),
        nameof(YesNo) => YesNo(value),
        nameof(Fields) => Fields(value),
        _ => throw new FormatException($"{GetType().Name} has no format '{format}'."),
    };

    /// <summary>Formats text of the API; <c>-</c> for none.</summary>
    private protected static string Text(object? value) => DisplayValue.ToText(value) is { } text ? TerminalText.Sanitize(text) : Nothing;

    /// <summary>Formats text of the API, without its end where it is longer than this.</summary>
    private protected static string Text(object? value, int longest)
    {
        var shown = Text(value);
        if (shown.Length <= longest) return shown;
        var end = char.IsHighSurrogate(shown[longest - 2]) ? longest - 2 : longest - 1;
        return shown.Substring(0, end) + Ellipsis;
    }

    /// <summary>Formats bytes in the largest unit that fits, such as <c>30 GB</c>.</summary>
    private protected static string Size(object? value)
    {
        if (DisplayValue.ToNumber(value) is not { } amount) return Text(value);
        var unit = 0;
        for (; amount >= UnitStep && unit < Units.Length - 1; unit++) amount /= UnitStep;
        return string.Format(CultureInfo.InvariantCulture, amount < 100 ? "{0:0.#} {1}" : "{0:0} {1}", amount, Units[unit]);
    }

    /// <summary>Formats a length of time in its largest unit alone, such as <c>3d</c>.</summary>
    private protected static string Age(object? value) => DisplayValue.ToTimeSpan(value) switch
    {
        null => Text(value),
        { TotalDays: >= 2 * 365 } years => Whole(years.TotalDays / 365, "y"),
        { TotalDays: >= 1 } days => Whole(days.TotalDays, "d"),
        { TotalHours: >= 1 } hours => Whole(hours.TotalHours, "h"),
        { TotalMinutes: >= 1 } minutes => Whole(minutes.TotalMinutes, "m"),
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>Describes a length of time in its two largest units, such as <c>3d 4h</c>.</summary>
    internal static string Describe(TimeSpan time) => Duration(time);

    /// <summary>Formats a length of time in its two largest units, such as <c>1m 8s</c>.</summary>
    private protected static string Duration(object? value) => DisplayValue.ToTimeSpan(value) switch
    {
        null => Text(value),
        { TotalDays: >= 1 } days => $"{Whole(days.TotalDays, "d")} {days.Hours}h",
        { TotalHours: >= 1 } hours => $"{hours.Hours}h {hours.Minutes}m",
        { TotalMinutes: >= 1 } minutes => $"{minutes.Minutes}m {minutes.Seconds}s",
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>Formats a time in UTC, such as <c>2022-03-14 15:48:30Z</c>.</summary>
    private protected static string Time(object? value) =>
        DisplayValue.ToTime(value) is { } time ? time.ToString("u", CultureInfo.InvariantCulture) : Text(value);

    /// <summary>Formats a truth value as <c>yes</c>, <c>no</c>, or <c>-</c> where it is not known.</summary>
    private protected static string YesNo(object? value) =>
        DisplayValue.ToBoolean(value) switch
        {
            true => "yes",
            false => "no",
            null => Text(value),
        };

    private static string Region(object? value) => Text(Regions.ShortName(DisplayValue.ToText(value)), LongestRegion);

    private static string Whole(double number, string unit) => Math.Floor(number).ToString(CultureInfo.InvariantCulture) + unit;

    /// <summary>Formats fields that this version does not know, one a line; empty for none.</summary>
    private static string Fields(object? value) =>
        DisplayValue.ToFields(value) is { } fields ? string.Join("\n", fields.Select(field => Text(Line(field), LongestField))) : "";

    private static string Line(KeyValuePair<string, object?> field) => $"{field.Key}: {Json(field.Value)}";

    private static string Json(object? value)
    {
        if (DisplayValue.ToFields(value) is { } fields) return "{" + string.Join(", ", fields.Select(Line)) + "}";
        if (DisplayValue.ToItems(value) is { } items) return "[" + string.Join(", ", items.Select(Json)) + "]";
        return DisplayValue.Unwrap(value) switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
    }
}
