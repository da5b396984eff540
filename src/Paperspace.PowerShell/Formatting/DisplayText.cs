using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats that several views use, by the names that the views call them.</summary>
internal static class DisplayText
{
    private const string None = "-";
    private const int MaxRegion = 6;
    private const int MaxField = 200;
    private const double UnitStep = 1024;
    private const double SecondsPerDay = 86400;

    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>Formats text of the API; <c>-</c> for null or blank.</summary>
    public static string Text(object? value) => DisplayValue.ToText(value) is { } text ? TerminalText.Sanitize(text) : None;

    /// <summary>Formats text of the API, shortened to a number of cells.</summary>
    public static string Text(object? value, int maximum) => CellText.Fit(Text(value), 0, maximum);

    /// <summary>Returns the empty string if there is nothing to show of a value or a list of values.</summary>
    public static string Any(object? value) => IsAny(value) ? bool.TrueString : "";

    /// <summary>Formats the first value that is not blank.</summary>
    public static string First(object? value) =>
        DisplayValue.ToItems(value) is { } values ? First(values) : Text(value);

    /// <summary>Formats the first value that is not blank.</summary>
    public static string First(IEnumerable<object?> values) => Text(values.FirstOrDefault(item => DisplayValue.ToText(item) is not null));

    /// <summary>Formats a region by its short name.</summary>
    public static string Region(object? value) => Text(Regions.ShortName(DisplayValue.ToText(value)), MaxRegion);

    /// <summary>Formats bytes in the largest unit that fits, such as <c>30 GB</c>.</summary>
    public static string Size(object? value)
    {
        if (DisplayValue.ToNumber(value) is not { } amount) return Text(value);
        var unit = 0;
        for (; amount >= UnitStep && unit < Units.Length - 1; unit++) amount /= UnitStep;
        return string.Format(CultureInfo.InvariantCulture, amount < 100 ? "{0:0.#} {1}" : "{0:0} {1}", amount, Units[unit]);
    }

    /// <summary>Formats a number of days in its largest unit alone, such as <c>3d</c>.</summary>
    public static string Age(object? value) => ToTimeSpan(value, SecondsPerDay) switch
    {
        null => Text(value),
        { TotalDays: >= 2 * 365 } years => Whole(years.TotalDays / 365, "y"),
        { TotalDays: >= 1 } days => Whole(days.TotalDays, "d"),
        { TotalHours: >= 1 } hours => Whole(hours.TotalHours, "h"),
        { TotalMinutes: >= 1 } minutes => Whole(minutes.TotalMinutes, "m"),
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>Formats a number of seconds in its two largest units, such as <c>1m 8s</c>.</summary>
    public static string Duration(object? value) => ToTimeSpan(value, 1) switch
    {
        null => Text(value),
        { TotalDays: >= 1 } days => $"{Whole(days.TotalDays, "d")} {days.Hours}h",
        { TotalHours: >= 1 } hours => $"{hours.Hours}h {hours.Minutes}m",
        { TotalMinutes: >= 1 } minutes => $"{minutes.Minutes}m {minutes.Seconds}s",
        { } seconds => Whole(Math.Max(0, seconds.TotalSeconds), "s"),
    };

    /// <summary>Formats a length of time in milliseconds.</summary>
    public static string Milliseconds(object? value) =>
        DisplayValue.ToNumber(value)?.ToString("0 'ms'", CultureInfo.InvariantCulture) ?? Text(value);

    /// <summary>Formats a time in UTC, such as <c>2022-03-14 15:48:30Z</c>.</summary>
    public static string Time(object? value) =>
        DisplayValue.ToTime(value) is { } time ? time.ToString("u", CultureInfo.InvariantCulture) : Text(value);

    /// <summary>Formats a truth value as <c>yes</c>, <c>no</c>, or <c>-</c> if it is unknown.</summary>
    public static string YesNo(object? value) =>
        DisplayValue.ToBoolean(value) switch
        {
            true => "yes",
            false => "no",
            null => Text(value),
        };

    /// <summary>Formats the number of a list's items; <c>-</c> if the list is unknown.</summary>
    public static string Count(object? items) =>
        DisplayValue.ToItems(items) is { } known ? known.Count.ToString(CultureInfo.InvariantCulture) : None;

    /// <summary>Formats a list in one line.</summary>
    public static string Items(object? items) =>
        DisplayValue.ToItems(items) is { } known ? known.Count == 0 ? None : string.Join(", ", known.Select(item => Text(item))) : Text(items);

    /// <summary>Formats an object by its name.</summary>
    public static string ItemName(object? item) => Text(DisplayValue.Property(item, "Name"));

    /// <summary>Formats the lines of a text.</summary>
    public static string Lines(object? text) =>
        DisplayValue.ToText(text) is { } lines ? TerminalText.SanitizeLines(lines.TrimEnd('\r', '\n')) : None;

    /// <summary>Formats fields that this version does not know, one a line; empty if there are none.</summary>
    public static string Fields(object? value) =>
        DisplayValue.ToFields(value) is { } fields ? string.Join("\n", fields.Select(field => Text(Line(field), MaxField))) : "";

    private static bool IsAny(object? value)
    {
        if (DisplayValue.ToFields(value) is { } fields) return fields.Count > 0;
        return DisplayValue.ToItems(value) is { } items ? items.Any(IsAny) : DisplayValue.ToText(value) is not null;
    }

    /// <summary>Reads a number of units as whole seconds, or a length of time.</summary>
    private static TimeSpan? ToTimeSpan(object? value, double secondsPerUnit) => DisplayValue.ToNumber(value) is { } number
        ? Math.Abs(number * secondsPerUnit) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromMilliseconds(Math.Round(number * secondsPerUnit * 1000)) : null
        : DisplayValue.ToTimeSpan(value);

    private static string Whole(double number, string unit) => Math.Floor(number).ToString(CultureInfo.InvariantCulture) + unit;

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
