using System.Collections.ObjectModel;

namespace Paperspace;

/// <summary>Reads the fields that a response carried and this version has no property for.</summary>
public static class AdditionalData
{
    /// <summary>Gets the set without any field.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } =
        new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>());
}
