using System.Collections.ObjectModel;

namespace Paperspace;

/// <summary>Fields that an answer carried and this version has no property for.</summary>
public static class AdditionalData
{
    /// <summary>Gets the set without any field.</summary>
    public static IReadOnlyDictionary<string, object?> None { get; } =
        new ReadOnlyDictionary<string, object?>(new Dictionary<string, object?>());
}
