using System.Collections.ObjectModel;
using System.Globalization;

namespace Paperspace;

/// <summary>Reads the fields that a response carried and this version has no property for.</summary>
public static class AdditionalData
{
    /// <summary>Gets the set without any field.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } = Create(new Dictionary<string, object?>());

    /// <summary>Returns fields as a set that reads well as a string, which <c>Export-Csv</c> writes into its cell.</summary>
    public static IReadOnlyDictionary<string, object?> Create(IDictionary<string, object?> fields) => new ReadableFields(fields);

    private sealed class ReadableFields(IDictionary<string, object?> fields) : ReadOnlyDictionary<string, object?>(fields)
    {
        public override string ToString() => string.Join(
            "; ",
            this.Select(field => $"{field.Key}: {Convert.ToString(field.Value, CultureInfo.InvariantCulture)}"));
    }
}
