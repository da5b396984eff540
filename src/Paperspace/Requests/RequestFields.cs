using System.Runtime.CompilerServices;

namespace Paperspace;

/// <summary>What a caller has set of a request, so that only that is sent.</summary>
/// <remarks>A property never set is not sent; one set to null is sent as null.</remarks>
public abstract class RequestFields
{
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);

    /// <summary>What was set, by the API's name of the field.</summary>
    public IReadOnlyDictionary<string, object?> Fields => _fields;

    /// <summary>Whether the field of this property was set, be it to null.</summary>
    /// <param name="property">The property's name.</param>
    public bool Has(string property) => _fields.ContainsKey(WireName(property));

    /// <summary>What the property was set to, or nothing.</summary>
    protected T? Get<T>([CallerMemberName] string property = "") =>
        _fields.TryGetValue(WireName(property), out var value) ? (T?)value : default;

    /// <summary>Sets the property.</summary>
    protected void Set(object? value, [CallerMemberName] string property = "") => _fields[WireName(property)] = value;

    /// <summary>Sets what the other request has set.</summary>
    protected void CopyFrom(RequestFields other)
    {
        foreach (var field in other.Fields) _fields[field.Key] = field.Value;
    }

    private static string WireName(string property) => char.ToLowerInvariant(property[0]) + property.Substring(1);
}
