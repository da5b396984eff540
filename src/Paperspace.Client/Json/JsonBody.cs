using System.Collections;
using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Client;

internal static class JsonBody
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Formats a time as both APIs do.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Formats an object; its values are as for <see cref="Value"/>.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, object?>> fields) => Value(fields);

    /// <summary>
    /// Formats a value: fields as an object, any other list as an array, a time as the APIs do, or a string, number,
    /// Boolean or null.
    /// </summary>
    public static string Value(object? value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        Write(writer, value);
        return text.ToString();
    }

    private static void Write(JsonTextWriter writer, object? value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                writer.WriteValue(Time(time));
                break;
            case IEnumerable<KeyValuePair<string, object?>> fields:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Key);
                    Write(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
            case IEnumerable items when value is not string:
                writer.WriteStartArray();
                foreach (var item in items) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
