using System.Collections;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Reads the parameters of a GET request: the query string, and the JSON bodies that two clients send instead.</summary>
internal sealed class CoreQuery : IEnumerable<KeyValuePair<string, string>>
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public CoreQuery(string query, JObject body)
    {
        AddObject(body["params"]);
        if (body["filter"] is JObject filter)
        {
            AddObject(filter["where"]);
            AddValue("limit", filter["limit"]);
            AddValue("skip", filter["skip"]);
        }

        foreach (var (name, value) in QueryString.Parse(query)) _values[name] = value;
    }

    public string? Optional(string name) => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Required(string name) => Optional(name) ?? throw CoreErrors.MissingParameter(name);

    /// <summary>Reads a nonnegative integer; null if it is absent.</summary>
    public int? Count(string name)
    {
        if (Optional(name) is not { } value) return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw CoreErrors.WrongType(name, "a number");
    }

    public bool Boolean(string name) => string.Equals(Optional(name), "true", StringComparison.OrdinalIgnoreCase);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void AddObject(JToken? values)
    {
        if (values is not JObject properties) return;
        foreach (var property in properties.Properties()) AddValue(property.Name, property.Value);
    }

    private void AddValue(string name, JToken? value)
    {
        if (value is JValue known)
            _values[name] = known.Type == JTokenType.String ? (string)known! : known.ToString(Formatting.None);
    }
}
