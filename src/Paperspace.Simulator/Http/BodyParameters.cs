using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>The parameters of a JSON body, checked as they are read. A null counts as absent.</summary>
internal sealed class BodyParameters(JObject body)
{
    public static JObject Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            var body = JToken.ReadFrom(reader) as JObject;
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                    throw Rejection.Invalid("Unexpected text after the JSON of the body");
            }

            return body ?? throw Rejection.Invalid("The body is not a JSON object");
        }
        catch (Exception exception) when (exception is JsonException or OverflowException or FormatException)
        {
            throw Rejection.Invalid("The body is not valid JSON");
        }
    }

    /// <summary>Whether the parameter is there at all, be it as null.</summary>
    public bool Has(string name) => body.ContainsKey(name);

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.String } value => (string)value!,
        _ => throw Rejection.WrongType(name, "a string"),
    };

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw Rejection.MissingParameter(name);

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.Boolean } value => (bool)value,
        _ => throw Rejection.WrongType(name, "a boolean"),
    };

    /// <summary>A boolean that may also come as the text "true" or "false".</summary>
    public bool? LooseFlag(string name) => Value(name) switch
    {
        { Type: JTokenType.String } value when bool.TryParse((string)value!, out var flag) => flag,
        _ => Flag(name),
    };

    /// <summary>A whole number from 0.</summary>
    public int? Count(string name)
    {
        if (Value(name) is not { } value)
            return null;
        var number = value.Value switch
        {
            long whole => whole,
            double real => real,
            _ => -1,
        };
        return number is >= 0 and <= int.MaxValue && number == Math.Floor(number)
            ? (int)number
            : throw Rejection.WrongType(name, "a number");
    }

    private JValue? Value(string name) => body[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        JValue value => value,
        _ => throw Rejection.WrongType(name, "a single value"),
    };
}
