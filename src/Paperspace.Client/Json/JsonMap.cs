using System.Globalization;
using System.Net;
using System.Security;
using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Maps JSON fields to properties, and reads objects of one type from JSON without intermediate objects.</summary>
/// <remarks>Unknown fields, and fields whose value has an unexpected type, are kept as additional data.</remarks>
/// <typeparam name="T">The type of the objects.</typeparam>
internal sealed class JsonMap<T>
    where T : class, new()
{
    private readonly DefaultJsonNameTable _names = new();
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, FieldReader>> _readers = [];
    private readonly Action<T, IReadOnlyDictionary<string, object?>> _setOthers;
    private readonly Action<T, JsonContext>? _complete;

    /// <summary>Creates an empty map.</summary>
    /// <param name="setOthers">Stores the unknown fields.</param>
    /// <param name="complete">Sets properties that depend on several fields; null for none.</param>
    public JsonMap(Action<T, IReadOnlyDictionary<string, object?>> setOthers, Action<T, JsonContext>? complete = null)
    {
        _setOthers = setOthers;
        _complete = complete;
    }

    private delegate bool TryRead<TValue>(JsonReader reader, out TValue? value);

    private delegate bool FieldReader(T target, JsonReader reader, JsonContext context);

    /// <summary>Gets the field names. Reading compares them by reference.</summary>
    public JsonNameTable Names => _names;

    public JsonMap<T> String(string name, Action<T, string?> set) => Add<string>(name, JsonValues.TryString, set);

    /// <summary>Maps a field to a string that repeats across objects.</summary>
    public JsonMap<T> InternedString(string name, Action<T, string?> set) => Add(name, (target, reader, context) =>
    {
        if (!JsonValues.TryString(reader, out var value)) return false;
        set(target, value is null ? null : context.Strings.Intern(value));
        return true;
    });

    /// <summary>Maps a field to a secret string; a value of another type is dropped.</summary>
    public JsonMap<T> Secret(string name, Action<T, SecureString?> set) => Add(name, (target, reader, _) =>
    {
        if (JsonValues.TryString(reader, out var value))
            set(target, string.IsNullOrEmpty(value) ? null : new NetworkCredential("", value).SecurePassword);
        else
            JsonValues.Any(reader);
        return true;
    });

    public JsonMap<T> Value(string name, Action<T, object?> set) => Add(name, (target, reader, _) =>
    {
        set(target, JsonValues.Any(reader));
        return true;
    });

    public JsonMap<T> Int64(string name, Action<T, long?> set) => Add<long?>(name, JsonValues.TryInt64, set);

    public JsonMap<T> Int32(string name, Action<T, int?> set) => Add<int?>(name, JsonValues.TryInt32, set);

    public JsonMap<T> Double(string name, Action<T, double?> set) => Add<double?>(name, JsonValues.TryDouble, set);

    public JsonMap<T> Money(string name, Action<T, decimal?> set) => Add<decimal?>(name, JsonValues.TryMoney, set);

    public JsonMap<T> Boolean(string name, Action<T, bool?> set) => Add<bool?>(name, JsonValues.TryBoolean, set);

    public JsonMap<T> Time(string name, Action<T, DateTimeOffset?> set) => Add<DateTimeOffset?>(name, JsonValues.TryTime, set);

    /// <summary>Maps a field to a nested object.</summary>
    public JsonMap<T> Object<TOther>(string name, JsonMap<TOther> fields, Action<T, TOther?> set)
        where TOther : class, new() => Add(name, (target, reader, context) =>
    {
        if (reader.TokenType is not (JsonToken.StartObject or JsonToken.Null)) return false;
        set(target, reader.TokenType == JsonToken.Null ? null : fields.Read(reader, context));
        return true;
    });

    /// <summary>Maps a field to an array of nested objects.</summary>
    public JsonMap<T> Array<TOther>(string name, JsonMap<TOther> fields, Action<T, IReadOnlyList<TOther>?> set)
        where TOther : class, new() => Add(name, (target, reader, context) =>
    {
        if (reader.TokenType is not (JsonToken.StartArray or JsonToken.Null)) return false;
        set(target, reader.TokenType == JsonToken.Null ? null : fields.ReadArray(reader, context, out _));
        return true;
    });

    /// <summary>Maps a field to a list of objects.</summary>
    /// <param name="set">Takes the list, null if it is null, and the number of its items that are no objects.</param>
    public JsonMap<T> List<TOther>(string name, JsonMap<TOther> fields, Action<T, List<TOther>?, int> set)
        where TOther : class, new() => Add(name, (target, reader, context) =>
    {
        if (reader.TokenType is not (JsonToken.StartArray or JsonToken.Null)) return false;
        var unreadable = 0;
        var items = reader.TokenType == JsonToken.Null ? null : fields.ReadArray(reader, context, out unreadable);
        set(target, items, unreadable);
        return true;
    });

    public JsonMap<T> Strings(string name, Action<T, IReadOnlyList<string>?> set) => Add(name, (target, reader, _) =>
    {
        if (reader.TokenType is not (JsonToken.StartArray or JsonToken.Null)) return false;
        set(
            target,
            (JsonValues.Any(reader) as object?[])
                ?.Select(item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? "")
                .ToArray());
        return true;
    });

    /// <summary>Reads an object at the reader's position.</summary>
    public T Read(JsonReader reader, JsonContext context)
    {
        if (reader.TokenType != JsonToken.StartObject) throw Unexpected(reader, "an object");
        var target = new T();
        Dictionary<string, object?>? others = null;

        // The API writes fields in a fixed order, so the next field usually follows the last.
        var expected = 0;
        while (JsonValues.ReadNext(reader) != JsonToken.EndObject)
        {
            var name = (string)reader.Value!;
            JsonValues.ReadNext(reader);
            var index = Find(name, expected);
            if (index >= 0)
            {
                expected = index + 1;
                if (_readers[index].Value(target, reader, context))
                {
                    others?.Remove(name);
                    continue;
                }
            }

            others ??= new Dictionary<string, object?>(StringComparer.Ordinal);
            others[name] = SecretFields.Redact(name, JsonValues.Any(reader));
        }

        if (others is { Count: > 0 }) _setOthers(target, AdditionalData.Create(others));
        _complete?.Invoke(target, context);
        return target;
    }

    /// <summary>Reads an array of objects at the reader's position, and skips items that are no objects.</summary>
    /// <param name="unreadable">The number of skipped items.</param>
    /// <exception cref="JsonReaderException">It is no array, or none of its items is an object.</exception>
    public List<T> ReadArray(JsonReader reader, JsonContext context, out int unreadable)
    {
        if (reader.TokenType != JsonToken.StartArray) throw Unexpected(reader, "an array");
        var items = new List<T>();
        JsonReaderException? problem = null;
        unreadable = 0;
        while (JsonValues.ReadNext(reader) != JsonToken.EndArray)
        {
            if (reader.TokenType == JsonToken.StartObject)
            {
                items.Add(Read(reader, context));
                continue;
            }

            problem ??= Unexpected(reader, "an object");
            unreadable++;
            JsonValues.Any(reader);
        }

        return items.Count == 0 && problem is not null ? throw problem : items;
    }

    /// <summary>Reads an array of objects at the reader's position as a whole list.</summary>
    public Page<T> ReadPage(JsonReader reader, JsonContext context)
    {
        var items = ReadArray(reader, context, out var unreadable);
        return new Page<T>(items, UnreadableItems.Describe(unreadable, items.Count));
    }

    private static JsonReaderException Unexpected(JsonReader reader, string wanted) =>
        new($"it has {Kind(reader.TokenType)} instead of {wanted}.");

    private static string Kind(JsonToken token) => token switch
    {
        JsonToken.StartObject => "an object",
        JsonToken.StartArray => "an array",
        JsonToken.String => "a string",
        JsonToken.Integer or JsonToken.Float => "a number",
        JsonToken.Boolean => "a boolean",
        JsonToken.Null => "null",
        _ => "something else",
    };

    private int Find(string name, int expected)
    {
        if (expected < _readers.Count && ReferenceEquals(_readers[expected].Key, name)) return expected;
        return _indexes.TryGetValue(name, out var index) ? index : -1;
    }

    private JsonMap<T> Add<TValue>(string name, TryRead<TValue> tryRead, Action<T, TValue?> set) => Add(name, (target, reader, _) =>
    {
        if (!tryRead(reader, out var value)) return false;
        set(target, value);
        return true;
    });

    private JsonMap<T> Add(string name, FieldReader read)
    {
        var shared = _names.Add(name);
        _indexes.Add(shared, _readers.Count);
        _readers.Add(new KeyValuePair<string, FieldReader>(shared, read));
        return this;
    }
}
