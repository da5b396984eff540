using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Converts values of JSON into what PowerShell users expect: objects with note properties, arrays, and times in UTC.</summary>
internal static class RestValue
{
    private static readonly Regex Time = new(
        @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)\z",
        RegexOptions.CultureInvariant);

    public static object? ToObject(object? value) => value switch
    {
        IReadOnlyDictionary<string, object?> fields => ToObject(fields),
        object?[] items => items.Select(ToObject).ToArray(),
        string text => ToTime(text) ?? (object)text,
        _ => value,
    };

    /// <summary>Returns the id of the resource that a response is about; null where it tells none.</summary>
    public static string? FindId(object? value) => value is IReadOnlyDictionary<string, object?> fields
        ? fields.TryGetValue("id", out var id) && id is string text ? text
            : fields.TryGetValue("data", out var data) ? FindId(data)
            : null
        : null;

    private static object ToObject(IReadOnlyDictionary<string, object?> fields)
    {
        if (!HasProperties(fields)) return ToDictionary(fields);
        var result = new PSObject();
        try
        {
            foreach (var field in fields) result.Properties.Add(new PSNoteProperty(field.Key, ToObject(field.Value)));
            return result;
        }
        catch (ExtendedTypeSystemException)
        {
            // The engine keeps the name to itself.
            return ToDictionary(fields);
        }
    }

    /// <summary>Returns whether an object can have all of the fields: none without a name, and none that differ in their case
    /// only.</summary>
    private static bool HasProperties(IReadOnlyDictionary<string, object?> fields) =>
        fields.Keys.All(name => name.Length > 0) && fields.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == fields.Count;

    private static OrderedDictionary ToDictionary(IReadOnlyDictionary<string, object?> fields)
    {
        var all = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var field in fields) all.Add(field.Key, ToObject(field.Value));
        return all;
    }

    private static DateTime? ToTime(string text) =>
        Time.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.UtcDateTime
            : null;
}
