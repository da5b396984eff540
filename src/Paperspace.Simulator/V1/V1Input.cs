using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>
/// Reads the parameters of a request from the query or the body. Strings are converted to numbers and Booleans, unknown parameters ignored.
/// Errors are collected until <see cref="Validate"/>; until then, a missing required parameter has a default value.
/// </summary>
internal sealed class V1Input(JObject values, bool hasIssueList)
{
    private readonly List<V1InputIssue> _issues = [];

    /// <exception cref="V1InvalidInputException">A parameter is missing or invalid.</exception>
    public void Validate()
    {
        if (_issues.Count > 0) throw new V1InvalidInputException(_issues, hasIssueList);
    }

    /// <summary>Returns whether the parameter is present, even as null.</summary>
    public bool Has(string name) => values.ContainsKey(name);

    public bool IsNull(string name) => values[name] is { Type: JTokenType.Null };

    public string? String(string name) => values[name] switch
    {
        null => null,
        { Type: JTokenType.String } value => (string)value!,
        var value => Report<string>(V1InputIssue.WrongType(name, "string", Kind(value))),
    };

    /// <summary>Reads a nonempty string.</summary>
    public string RequiredString(string name)
    {
        Require(name);
        var value = String(name);
        if (value is { Length: 0 }) _issues.Add(new V1InputIssue(name, "too_small", "String must contain at least 1 character(s)"));
        return value ?? "";
    }

    public bool? Boolean(string name) => values[name] switch
    {
        null => null,
        { Type: JTokenType.Boolean } value => (bool)value,
        { Type: JTokenType.String } value when bool.TryParse((string)value!, out var parsed) => parsed,
        var value => Report<bool?>(V1InputIssue.WrongType(name, "boolean", Kind(value))),
    };

    public bool RequiredBoolean(string name)
    {
        Require(name);
        return Boolean(name) ?? false;
    }

    public int? Number(string name, int min, int max)
    {
        if (values[name] is not { } value) return null;
        if (Parse(value) is not { } number) return Report<int?>(V1InputIssue.WrongType(name, "number", Kind(value)));
        if (number < min) return Report<int?>(V1InputIssue.OutOfRange(name, $"Number must be greater than or equal to {min}"));
        if (number > max) return Report<int?>(V1InputIssue.OutOfRange(name, $"Number must be less than or equal to {max}"));
        return number == Math.Floor(number) ? (int)number : Report<int?>(V1InputIssue.WrongType(name, "integer", "float"));
    }

    public int RequiredNumber(string name, int min, int max)
    {
        Require(name);
        return Number(name, min, max) ?? min;
    }

    public string? OneOf(string name, IReadOnlyCollection<string> options)
    {
        var value = String(name);
        return value is null || options.Contains(value) ? value : Report<string>(V1InputIssue.NotOneOf(name, options, value));
    }

    public T? OneOf<T>(string name, Spelling<T> spelling)
        where T : struct => spelling.Parse(OneOf(name, spelling.Names));

    /// <summary>Reads a region in any format, and returns its code.</summary>
    public string? Region(string name)
    {
        if (String(name) is not { } value) return null;
        var code = SimulatedRegion.Normalize(value);
        return SimulatedRegion.All.Contains(code) ? code : Report<string>(V1InputIssue.NotOneOf(name, V1Spellings.Regions, value));
    }

    public string RequiredRegion(string name)
    {
        Require(name);
        return Region(name) ?? SimulatedRegion.All[0];
    }

    public IReadOnlyList<string> Strings(string name) => values[name] switch
    {
        null => [],
        JArray array when array.All(item => item.Type == JTokenType.String) => [.. array.Select(item => (string)item!)],
        var value => Report<IReadOnlyList<string>>(V1InputIssue.WrongType(name, "array", Kind(value))) ?? [],
    };

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

    private void Require(string name)
    {
        if (!Has(name)) _issues.Add(V1InputIssue.Required(name));
    }

    private T? Report<T>(V1InputIssue issue)
    {
        _issues.Add(issue);
        return default;
    }
}
