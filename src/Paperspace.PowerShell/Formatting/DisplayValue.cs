using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads the values of properties of a live object, a deserialized one, or a row of strings.</summary>
/// <remarks>
/// A deserialized time is an invariant string, a list an array list, a nested object a property bag. A value of another type is
/// therefore read from its invariant string.
/// </remarks>
internal static class DisplayValue
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Returns the invariant text; null for none or blank.</summary>
    public static string? ToText(object? value)
    {
        var text = Convert.ToString(Unwrap(value), Culture);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>Returns the number; null where the value is none.</summary>
    public static double? ToNumber(object? value) => value switch
    {
        long whole => whole,
        int whole => whole,
        double number => number,
        _ => double.TryParse(ToText(value), NumberStyles.Float, Culture, out var number) ? number : null,
    };

    /// <summary>Returns the amount; null where the value is none.</summary>
    public static decimal? ToAmount(object? value) =>
        decimal.TryParse(ToText(value), NumberStyles.Float, Culture, out var amount) ? amount : null;

    /// <summary>Returns the truth value; null where the value is none.</summary>
    public static bool? ToBoolean(object? value) => bool.TryParse(ToText(value), out var flag) ? flag : null;

    /// <summary>Returns the length of time; null where the value is none.</summary>
    public static TimeSpan? ToTimeSpan(object? value) =>
        value is TimeSpan known ? known : TimeSpan.TryParse(ToText(value), Culture, out var time) ? time : null;

    /// <summary>Returns the time; null where the value is none.</summary>
    public static DateTimeOffset? ToTime(object? value) => Unwrap(value) switch
    {
        DateTimeOffset time => time,
        DateTime time => new DateTimeOffset(time),
        var other => DateTimeOffset.TryParse(ToText(other), Culture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
    };

    /// <summary>Returns the items of a list; null where the value is none.</summary>
    public static IReadOnlyList<object?>? ToItems(object? value) =>
        Unwrap(value) is IEnumerable items and not string ? [.. items.Cast<object?>()] : null;

    /// <summary>Returns the fields of a dictionary by name, sorted, since a deserialized one has lost its order; null where the value is
    /// none.</summary>
    public static IReadOnlyList<KeyValuePair<string, object?>>? ToFields(object? value) => Unwrap(value) is IDictionary fields
        ? [.. fields.Keys.Cast<object>()
            .Select(key => new KeyValuePair<string, object?>(ToText(key) ?? "", fields[key]))
            .OrderBy(field => field.Key, StringComparer.Ordinal)]
        : null;

    /// <summary>Returns an object's property; null where the value is no object or has none of this name.</summary>
    public static object? Property(object? value, string name) => value is null ? null : PSObject.AsPSObject(value).Properties[name]?.Value;

    /// <summary>Returns the value that the engine has wrapped; a property bag as it is.</summary>
    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
