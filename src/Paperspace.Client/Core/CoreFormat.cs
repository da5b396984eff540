using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Client.Core;

/// <summary>Writes values as the Core API reads them.</summary>
internal static class CoreFormat
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>The longest value that still makes an address which can be sent.</summary>
    private const int LongestQueryValue = 2000;

    /// <summary>A value in a query; null as the word, which the API searches for as null.</summary>
    /// <exception cref="PaperspaceException">The value is too long for an address.</exception>
    public static string Query(string name, object? value)
    {
        var text = value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => Time(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.Length <= LongestQueryValue
            ? text
            : throw PaperspaceException.InvalidRequest($"{name} has {text.Length} characters; {LongestQueryValue} can be searched for at the most.", name);
    }

    /// <summary>An object of the fields.</summary>
    public static string Body(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Key);
            writer.WriteValue(field.Value is DateTimeOffset time ? Time(time) : field.Value);
        }

        writer.WriteEndObject();
        return text.ToString();
    }

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);
}
