using System.Globalization;
using System.Numerics;
using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Reads the value at the reader's position by its meaning, in any of its JSON representations.</summary>
/// <remarks>
/// Each method returns whether the value could be converted; null can be converted to any type. The reader does not move, except that
/// <see cref="Any"/> moves to the end of an array or object.
/// </remarks>
internal static class JsonValues
{
    private const decimal MaxMoney = 1_000_000_000;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    /// <summary>Reads a string; numbers and Booleans as they are written.</summary>
    public static bool TryString(JsonReader reader, out string? value)
    {
        value = reader.TokenType switch
        {
            JsonToken.String => (string)reader.Value!,
            JsonToken.Integer or JsonToken.Float => Convert.ToString(reader.Value, CultureInfo.InvariantCulture),
            JsonToken.Boolean => (bool)reader.Value! ? "true" : "false",
            _ => null,
        };
        return value is not null || reader.TokenType == JsonToken.Null;
    }

    /// <summary>Reads an integer from a number or a string.</summary>
    public static bool TryInt64(JsonReader reader, out long? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return true;
            case JsonToken.Integer when reader.Value is long number:
                value = number;
                return true;
            case JsonToken.Float when reader.Value is double number and >= -9e18 and <= 9e18 && number == Math.Floor(number):
                value = (long)number;
                return true;
            case JsonToken.String:
                var text = (string)reader.Value!;
                if (text.Length == 0) return true;
                if (!long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var parsed)) return false;
                value = parsed;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads an integer that fits into 32 bits.</summary>
    public static bool TryInt32(JsonReader reader, out int? value)
    {
        value = null;
        if (!TryInt64(reader, out var number) || number is < int.MinValue or > int.MaxValue) return false;
        value = (int?)number;
        return true;
    }

    public static bool TryDouble(JsonReader reader, out double? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return true;
            case JsonToken.Integer or JsonToken.Float:
                value = reader.Value is BigInteger big ? (double)big : Convert.ToDouble(reader.Value, CultureInfo.InvariantCulture);
                return true;
            case JsonToken.String
                when double.TryParse((string)reader.Value!, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                value = parsed;
                return true;
            default:
                return false;
        }
    }

    /// <summary>
    /// Reads an amount of money from a number or a string. Amounts beyond <see cref="MaxMoney"/> are rejected, so that
    /// sums cannot overflow.
    /// </summary>
    public static bool TryMoney(JsonReader reader, out decimal? value)
    {
        value = null;
        if (reader.TokenType == JsonToken.Null) return true;
        if (!TryString(reader, out var text)) return false;
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)) return false;
        if (Math.Abs(parsed) > MaxMoney) return false;
        value = parsed;
        return true;
    }

    /// <summary>Reads a Boolean from a Boolean or a string.</summary>
    public static bool TryBoolean(JsonReader reader, out bool? value)
    {
        value = null;
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return true;
            case JsonToken.Boolean:
                value = (bool)reader.Value!;
                return true;
            case JsonToken.String when bool.TryParse((string)reader.Value!, out var parsed):
                value = parsed;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Reads a time in UTC.</summary>
    public static bool TryTime(JsonReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (reader.TokenType == JsonToken.Null) return true;
        if (reader.TokenType != JsonToken.String) return false;
        if (!DateTimeOffset.TryParse((string)reader.Value!, CultureInfo.InvariantCulture, Utc, out var parsed)) return false;
        value = parsed;
        return true;
    }

    /// <summary>Reads any value: arrays as arrays, objects as dictionaries. The reader moves to the end of the value.</summary>
    public static object? Any(JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonToken.StartArray:
                var items = new List<object?>();
                while (ReadNext(reader) != JsonToken.EndArray) items.Add(Any(reader));
                return items.ToArray();
            case JsonToken.StartObject:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (ReadNext(reader) != JsonToken.EndObject)
                {
                    var name = (string)reader.Value!;
                    ReadNext(reader);
                    fields[name] = Any(reader);
                }

                return fields;
            case JsonToken.Undefined:
                return null;
            case JsonToken.StartConstructor:
                throw new JsonReaderException("it contains JavaScript.");
            default:
                return reader.Value;
        }
    }

    /// <summary>Moves to the next token.</summary>
    /// <exception cref="JsonReaderException">The JSON ends too early.</exception>
    public static JsonToken ReadNext(JsonReader reader)
    {
        do
        {
            if (!reader.Read()) throw new JsonReaderException("it ends too early.");
        }
        while (reader.TokenType == JsonToken.Comment);
        return reader.TokenType;
    }
}
