using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Maps a resource to JSON, and picks the resources that a request's filters match.</summary>
internal sealed class JsonMap<T>(params JsonField<T>[] fields)
{
    private readonly JsonField<T>[] _shown = [.. fields.Where(field => field.Name is not null)];
    private readonly Dictionary<string, JsonField<T>> _filters =
        fields.Where(field => field.Filter is not null).ToDictionary(field => field.Filter!, StringComparer.Ordinal);

    /// <summary>Writes the properties of one resource, without the braces.</summary>
    public void WriteProperties(JsonTextWriter writer, T item)
    {
        foreach (var field in _shown)
        {
            var value = field.Value(item);
            if (value is null && field.OmitsNull)
                continue;
            writer.WritePropertyName(field.Name!, escape: false);
            if (field.Kind == JsonFieldKind.Literal && value is not null)
                writer.WriteRawValue(value);
            else
                writer.WriteValue(value);
        }
    }

    /// <summary>Writes one resource.</summary>
    public void Write(JsonTextWriter writer, T item)
    {
        writer.WriteStartObject();
        WriteProperties(writer, item);
        writer.WriteEndObject();
    }

    /// <summary>Tells whether a resource has every value that the parameters ask for. A parameter that is no filter is ignored.</summary>
    public Func<T, bool> Matching(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var wanted = new List<KeyValuePair<JsonField<T>, string?>>();
        foreach (var parameter in parameters)
        {
            if (_filters.TryGetValue(parameter.Key, out var field))
                wanted.Add(new(field, Wanted(field, parameter.Value)));
        }

        return wanted.Count == 0 ? static _ => true : item => HasAll(item, wanted);
    }

    /// <summary>Makes a JSON array of the resources that match the parameters.</summary>
    public SimulatedResponse List(IEnumerable<T> items, IEnumerable<KeyValuePair<string, string>> parameters) =>
        JsonResponse.Create(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items.Where(Matching(parameters)))
                Write(writer, item);
            writer.WriteEndArray();
        });

    private static bool HasAll(T item, List<KeyValuePair<JsonField<T>, string?>> wanted)
    {
        foreach (var filter in wanted)
        {
            if (!string.Equals(filter.Key.Value(item), filter.Value, StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    // The literal `null` searches for null: the official client turns a null filter into it.
    private static string? Wanted(JsonField<T> field, string value) =>
        value == "null" ? null : field.Kind == JsonFieldKind.Date ? IsoDate.Normalize(value) : value;
}
