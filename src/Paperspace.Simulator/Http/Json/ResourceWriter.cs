using System.Globalization;
using Newtonsoft.Json;

namespace Paperspace.Simulator;

/// <summary>Writes a kind of resource as JSON, field by field, and filters resources by these fields.</summary>
internal sealed class ResourceWriter<T>
{
    private readonly List<Field> _fields = [];

    private enum ValueKind
    {
        String,
        Literal,
        Date,
    }

    public ResourceWriter<T> String(string name, Func<T, string?> value) => Add(new Field(name, ValueKind.String, value));

    /// <summary>Adds a field whose value is already JSON.</summary>
    public ResourceWriter<T> Literal(string name, Func<T, string?> value) => Add(new Field(name, ValueKind.Literal, value));

    public ResourceWriter<T> Boolean(string name, Func<T, bool> value) => Literal(name, item => value(item) ? "true" : "false");

    public ResourceWriter<T> Number(string name, Func<T, int?> value) =>
        Literal(name, item => value(item)?.ToString(CultureInfo.InvariantCulture));

    public ResourceWriter<T> Date(string name, Func<T, DateTimeOffset?> value) =>
        Add(new Field(name, ValueKind.Date, item => IsoDate.Format(value(item))));

    /// <summary>Adds a filter for a value that is not written.</summary>
    public ResourceWriter<T> FilterOnly(string name, Func<T, string?> value) =>
        Add(new Field(name, ValueKind.String, value) { IsWritten = false });

    /// <summary>Omits the last field if its value is null.</summary>
    public ResourceWriter<T> OmittedWhenNull() => ChangeLast(field => field with { OmitsNull = true });

    /// <summary>Changes the filter parameter of the last field; null for none.</summary>
    public ResourceWriter<T> FilteredAs(string? parameter) => ChangeLast(field => field with { Filter = parameter });

    /// <summary>Writes the properties of a resource without braces.</summary>
    public void WriteProperties(JsonTextWriter writer, T item)
    {
        foreach (var field in _fields)
        {
            if (!field.IsWritten) continue;
            var value = field.Value(item);
            if (value is null && field.OmitsNull) continue;
            writer.WritePropertyName(field.Name, escape: false);
            if (field.Kind == ValueKind.Literal && value is not null)
                writer.WriteRawValue(value);
            else
                writer.WriteValue(value);
        }
    }

    public void Write(JsonTextWriter writer, T item)
    {
        writer.WriteStartObject();
        WriteProperties(writer, item);
        writer.WriteEndObject();
    }

    public SimulatedResponse ToResponse(T item) => JsonResponse.Create(writer => Write(writer, item));

    /// <summary>Returns a JSON array of the resources that match the parameters.</summary>
    public SimulatedResponse ToResponse(IEnumerable<T> items, IEnumerable<KeyValuePair<string, string>> parameters) =>
        JsonResponse.Create(writer =>
        {
            writer.WriteStartArray();
            foreach (var item in items.Where(Matching(parameters))) Write(writer, item);
            writer.WriteEndArray();
        });

    /// <summary>Returns a predicate for resources that match every parameter. Unknown parameters are ignored.</summary>
    public Func<T, bool> Matching(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var filters = new List<(Field Field, string? Value)>();
        foreach (var parameter in parameters)
            if (_fields.Find(field => field.Filter == parameter.Key) is { } field)
                filters.Add((field, Parse(field, parameter.Value)));
        return filters.Count == 0 ? static _ => true : item => filters.TrueForAll(filter => filter.Field.Value(item) == filter.Value);
    }

    // The literal `null` matches null: the official client sends it for a null filter.
    private static string? Parse(Field field, string value) =>
        value == "null" ? null : field.Kind == ValueKind.Date ? IsoDate.Normalize(value) : value;

    private ResourceWriter<T> Add(Field field)
    {
        _fields.Add(field);
        return this;
    }

    private ResourceWriter<T> ChangeLast(Func<Field, Field> change)
    {
        _fields[_fields.Count - 1] = change(_fields[_fields.Count - 1]);
        return this;
    }

    private sealed record Field(string Name, ValueKind Kind, Func<T, string?> Value)
    {
        public string? Filter { get; init; } = Name;

        public bool IsWritten { get; init; } = true;

        public bool OmitsNull { get; init; }
    }
}
