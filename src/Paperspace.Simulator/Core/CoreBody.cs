using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Reads the parameters of a JSON body strictly. Null counts as absent.</summary>
internal sealed class CoreBody(JObject body)
{
    /// <summary>Returns whether the parameter is present, even as null.</summary>
    public bool Has(string name) => body.ContainsKey(name);

    public string? String(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.String } value => (string)value!,
        _ => throw CoreErrors.WrongType(name, "a string"),
    };

    public string RequiredString(string name) =>
        String(name) is { Length: > 0 } value ? value : throw CoreErrors.MissingParameter(name);

    public T? OneOf<T>(string name, Spelling<T> spelling, string expected)
        where T : struct =>
        String(name) is not { } value ? null : spelling.Parse(value) ?? throw CoreErrors.WrongType(name, expected);

    public bool? Boolean(string name) => Value(name) switch
    {
        null => null,
        { Type: JTokenType.Boolean } value => (bool)value,
        _ => throw CoreErrors.WrongType(name, "a boolean"),
    };

    /// <summary>Reads a Boolean that may also be the string "true" or "false".</summary>
    public bool? LooseBoolean(string name) => Value(name) switch
    {
        { Type: JTokenType.String } value when bool.TryParse((string)value!, out var parsed) => parsed,
        _ => Boolean(name),
    };

    /// <summary>Reads a nonnegative integer.</summary>
    public int? Count(string name)
    {
        if (Value(name) is not { } value) return null;
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
