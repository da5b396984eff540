using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Client.Json;

/// <summary>Writes the JSON of requests.</summary>
internal static class JsonText
{
    private const string TimeForm = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Returns a time as both APIs write it.</summary>
    public static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString(TimeForm, CultureInfo.InvariantCulture);

    /// <summary>Returns an object of the fields; their values are texts, numbers, booleans, times, null, or lists of texts.</summary>
    public static string Object(IEnumerable<KeyValuePair<string, object?>> fields)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text);
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            writer.WritePropertyName(field.Key);
            Write(writer, field.Value);
        }

        writer.WriteEndObject();
        return text.ToString();
    }

    private static void Write(JsonTextWriter writer, object? value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                writer.WriteValue(Time(time));
                break;
            case IEnumerable<string> items when value is not string:
                writer.WriteStartArray();
                foreach (var item in items) writer.WriteValue(item);
                writer.WriteEndArray();
                break;
            default:
                writer.WriteValue(value);
                break;
        }
    }
}
