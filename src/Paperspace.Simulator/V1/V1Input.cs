using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.V1;

/// <summary>
/// Reads the parameters of a request, out of the query or the body. Text that stands for a number or a boolean is taken for one, and what
/// no route asks for is ignored. What is wrong is collected until <see cref="Validate"/>.
/// </summary>
internal sealed class V1Input(JObject values, bool writesIssues)
{
    private readonly List<InputIssue> _issues = [];

    /// <exception cref="InvalidInputException">A parameter that was read is missing or wrong.</exception>
    public void Validate()
    {
        if (_issues.Count > 0)
            throw new InvalidInputException(_issues, writesIssues);
    }

    /// <summary>Tells whether the parameter is there, be it as null.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    public bool IsNull(string name) => values[name] is { Type: JTokenType.Null };

    public string? Text(string name)
    {
        switch (values[name])
        {
            case null:
                return null;
            case { Type: JTokenType.String } value:
                return (string)value!;
            case var value:
                _issues.Add(InputIssue.WrongType(name, "string", Kind(value)));
                return null;
        }
    }

    /// <summary>Reads a text of at least one character; an empty one where it is missing, which <see cref="Validate"/> tells.</summary>
    public string RequiredText(string name)
    {
        if (!Has(name))
            _issues.Add(InputIssue.Required(name));
        else if (values[name] is { Type: JTokenType.String } text && ((string)text!).Length == 0)
            _issues.Add(new InputIssue(name, "too_small", "String must contain at least 1 character(s)"));
        return Text(name) ?? "";
    }

    public bool? Flag(string name)
    {
        switch (values[name])
        {
            case null:
                return null;
            case { Type: JTokenType.Boolean } value:
                return (bool)value;
            case { Type: JTokenType.String } value when bool.TryParse((string)value!, out var flag):
                return flag;
            case var value:
                _issues.Add(InputIssue.WrongType(name, "boolean", Kind(value)));
                return null;
        }
    }

    /// <summary>Reads a boolean; false where it is missing, which <see cref="Validate"/> tells.</summary>
    public bool RequiredFlag(string name)
    {
        if (!Has(name))
            _issues.Add(InputIssue.Required(name));
        return Flag(name) ?? false;
    }

    /// <summary>Reads a whole number within a range.</summary>
    public int? Number(string name, int least, int most)
    {
        if (values[name] is not { } value)
            return null;
        if (Parse(value) is not { } number)
            _issues.Add(InputIssue.WrongType(name, "number", Kind(value)));
        else if (number < least)
            _issues.Add(InputIssue.OutOfRange(name, $"Number must be greater than or equal to {least}"));
        else if (number > most)
            _issues.Add(InputIssue.OutOfRange(name, $"Number must be less than or equal to {most}"));
        else if (number != Math.Floor(number))
            _issues.Add(InputIssue.WrongType(name, "integer", "float"));
        else
            return (int)number;
        return null;
    }

    /// <summary>Reads a whole number within a range; the least where it is missing, which <see cref="Validate"/> tells.</summary>
    public int RequiredNumber(string name, int least, int most)
    {
        if (!Has(name))
            _issues.Add(InputIssue.Required(name));
        return Number(name, least, most) ?? least;
    }

    /// <summary>Reads one of several texts; null where it is not there.</summary>
    public string? OneOf(string name, IReadOnlyCollection<string> options)
    {
        if (Text(name) is not { } text)
            return null;
        if (options.Contains(text))
            return text;
        _issues.Add(InputIssue.NotOneOf(name, options, text));
        return null;
    }

    /// <summary>Reads the code of a region, in any of its spellings; null where it is not there.</summary>
    public string? Region(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var code = SimulatedRegion.Normalize(text);
        if (SimulatedRegion.All.Contains(code))
            return code;
        _issues.Add(InputIssue.NotOneOf(name, V1Regions.Short, text));
        return null;
    }

    /// <summary>Reads the code of a region; the first one where it is missing, which <see cref="Validate"/> tells.</summary>
    public string RequiredRegion(string name)
    {
        if (!Has(name))
            _issues.Add(InputIssue.Required(name));
        return Region(name) ?? SimulatedRegion.All[0];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        switch (values[name])
        {
            case null:
                return [];
            case JArray array when array.All(item => item.Type == JTokenType.String):
                return [.. array.Select(item => (string)item!)];
            case var value:
                _issues.Add(InputIssue.WrongType(name, "array", Kind(value)));
                return [];
        }
    }

    private static double? Parse(JToken value) => value switch
    {
        { Type: JTokenType.Integer or JTokenType.Float } => Convert.ToDouble(((JValue)value).Value, CultureInfo.InvariantCulture),
        { Type: JTokenType.String } when double.TryParse(
            (string)value!, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static string Kind(JToken value) => value.Type switch
    {
        JTokenType.Integer or JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Null => "null",
        JTokenType.Array => "array",
        JTokenType.String => "string",
        _ => "object",
    };
}
