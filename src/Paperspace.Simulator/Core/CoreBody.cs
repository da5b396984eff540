using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.Core;

/// <summary>Reads the parameters of a JSON body strictly. A null counts as absent.</summary>
internal sealed class CoreBody(JObject body)
{
    /// <summary>Tells whether the parameter is there at all, be it as null.</summary>
    public bool Has(string name) => body.ContainsKey(name);

    public string? Text(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.String } value => (string)value!,
        _ => throw CoreErrors.WrongType(name, "a string"),
    };

    public string RequiredText(string name) => Text(name) is { Length: > 0 } text ? text : throw CoreErrors.MissingParameter(name);

    public bool? Flag(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.Boolean } value => (bool)value,
        _ => throw CoreErrors.WrongType(name, "a boolean"),
    };

    /// <summary>Reads a boolean that may also come as the text "true" or "false".</summary>
    public bool? LooseFlag(string name) => Value(name) switch
    {
        { Type: JTokenType.String } value when bool.TryParse((string)value!, out var flag) => flag,
        _ => Flag(name),
    };

    /// <summary>Reads a whole number from 0.</summary>
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
            : throw CoreErrors.WrongType(name, "a number");
    }

    private JValue? Value(string name) => body[name] switch
    {
        null or { Type: JTokenType.Null } => null,
        JValue value => value,
        _ => throw CoreErrors.WrongType(name, "a single value"),
    };
}
