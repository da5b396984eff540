using System.Collections.ObjectModel;
using System.Globalization;

namespace Paperspace;

/// <summary>Creates dictionaries for response fields that this version has no property for.</summary>
public static class AdditionalData
{
    /// <summary>Gets an empty dictionary.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } = Create(new Dictionary<string, object?>());

    /// <summary>Creates a dictionary whose string form lists its fields, so that <c>Export-Csv</c> writes a readable cell.</summary>
    public static IReadOnlyDictionary<string, object?> Create(IDictionary<string, object?> fields) => new ReadableFields(fields);

    private sealed class ReadableFields(IDictionary<string, object?> fields) : ReadOnlyDictionary<string, object?>(fields)
    {
        public override string ToString() => string.Join(
            "; ",
            this.Select(field => $"{field.Key}: {Convert.ToString(field.Value, CultureInfo.InvariantCulture)}"));
    }
}
