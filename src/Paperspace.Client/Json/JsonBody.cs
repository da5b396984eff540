using System.Collections;
using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Writes the JSON of requests.</summary>
internal static class JsonBody
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Returns a time as both APIs write it.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Returns an object of the fields, whose values are as for <see cref="Value"/>.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, object?>> fields) => Value(fields);

    /// <summary>Returns a value: fields as an object, any other list as an array, a time as the APIs write it; a text, number, boolean or
    /// null.</summary>
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
